package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.wechat.OutgoingMessage;
import cn.gridbell.wechat.Reach;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatPersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** WeChat as a script: who can be reached, what each call is answered, what was called. */
final class FakeWechat implements Wechat {

    /** One call as it was heard. */
    record Heard(Channel channel, WechatPersonId person, OutgoingMessage message) {}

    private static final Reach NOBODY = new Reach(false, false, false);

    private final Map<WechatPersonId, Reach> reach = new ConcurrentHashMap<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong(4_000_000_000_000_000_000L);
    private final AtomicInteger probes = new AtomicInteger();
    private volatile boolean answering = true;
    private volatile Function<Heard, SendAnswer> script = this::accept;

    void reset() {
        reach.clear();
        heard.clear();
        script = this::accept;
        answering = true;
        probes.set(0);
    }

    void reaches(WechatPersonId person, boolean following, boolean miniProgram) {
        reach.put(person, new Reach(following, miniProgram, false));
    }

    void reachesInChat(WechatPersonId person, boolean following, boolean miniProgram) {
        reach.put(person, new Reach(following, miniProgram, true));
    }

    /** What a harmless call finds. */
    void isAway(boolean away) {
        answering = !away;
    }

    int probes() {
        return probes.get();
    }

    void answers(Function<Heard, SendAnswer> answers) {
        script = answers;
    }

    void answers(SendAnswer.Verdict verdict, int errorCode) {
        script = call -> new SendAnswer(verdict, null, errorCode);
    }

    void accepts() {
        script = this::accept;
    }

    SendAnswer accept(Heard call) {
        return new SendAnswer(SendAnswer.Verdict.ACCEPTED, Long.toString(ids.incrementAndGet()), 0);
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    @Override
    public Reach reachOf(WechatPersonId person) {
        return reach.getOrDefault(person, NOBODY);
    }

    @Override
    public SendAnswer sendTemplate(WechatPersonId person, OutgoingMessage message) {
        return hear(new Heard(Channel.TEMPLATE, person, message));
    }

    @Override
    public SendAnswer sendSubscribe(WechatPersonId person, OutgoingMessage message) {
        return hear(new Heard(Channel.SUBSCRIBE, person, message));
    }

    @Override
    public SendAnswer sendChat(WechatPersonId person, String text) {
        return hear(new Heard(Channel.CHAT, person, new OutgoingMessage("", Map.of("text", text), null, "")));
    }

    @Override
    public boolean isAnswering(WechatApp app) {
        probes.incrementAndGet();
        return answering;
    }

    @Override
    public void reply(WechatPersonId person, long inboundId, String words) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String pageLink(String page, String text) {
        throw new UnsupportedOperationException();
    }

    private SendAnswer hear(Heard call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("WeChat called inside a transaction");
        }
        heard.add(call);
        return script.apply(call);
    }

    @Override
    public WechatPersonId signIn(String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Phone phoneOf(String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> wordsOf(long inboundId) {
        return Optional.empty();
    }
}
