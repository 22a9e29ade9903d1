package cn.gridbell.chat;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.Requests;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatPersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a person's words mean, in this order: a choice from the menu; a keyword and nothing else; words to staff they are talking with; a comment on
 * the request they most likely mean; words that hold a keyword; something that only the menu can answer.
 */
@Component
class Conversation {

    private final Wechat wechat;
    private final Residents residents;
    private final Requests requests;
    private final Chats chats;
    private final KeywordAnswers answers;
    private final ChatWords words;

    Conversation(
            Wechat wechat,
            Residents residents,
            Requests requests,
            Chats chats,
            KeywordAnswers answers,
            ChatWords words) {
        this.wechat = wechat;
        this.residents = residents;
        this.requests = requests;
        this.chats = chats;
        this.answers = answers;
        this.words = words;
    }

    void hear(WechatPersonId person, long inboundId) {
        wechat.wordsOf(inboundId)
                .flatMap(said -> answerTo(person, said, inboundId))
                .ifPresent(answer -> wechat.reply(person, inboundId, answer));
    }

    void tapped(WechatPersonId person, String key, long inboundId) {
        ChatAction action = ChatAction.ofKey(key).orElse(ChatAction.MENU);
        wechat.reply(person, inboundId, done(action, person, resident(person)));
    }

    /** The room {@code request} keeps it in a draft, which is finished in the mini-program; a stranger has none. */
    void gotForADraft(WechatPersonId person, String what, long inboundId) {
        wechat.reply(person, inboundId, resident(person).isPresent() ? words.drafted(what) : words.stranger());
    }

    /** A voice message, a film, a link. */
    void gotSomethingElse(WechatPersonId person, long inboundId) {
        wechat.reply(person, inboundId, words.onlyWords());
    }

    private Optional<String> answerTo(WechatPersonId person, String said, long inboundId) {
        Optional<ResidentId> resident = resident(person);
        Optional<ChatAction> action = ChatAction.of(said);
        if (action.isPresent()) {
            return Optional.of(done(action.get(), person, resident));
        }
        Optional<String> exact = answers.exactly(said);
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Chats.Heard> heard = chats.hear(person, said, inboundId);
        if (heard.isPresent()) {
            return heard.get() == Chats.Heard.FIRST ? Optional.of(words.passedOn()) : Optional.empty();
        }
        return Optional.of(resident.flatMap(who -> comment(who, said, inboundId))
                .or(() -> answers.within(said))
                .orElseGet(() -> words.menu(resident)));
    }

    private Optional<String> comment(ResidentId resident, String said, long inboundId) {
        Optional<RequestId> meant = requests.hearFromChat(resident, said, inboundId);
        return meant.flatMap(requests::newsOf).map(words::heard);
    }

    private String done(ChatAction action, WechatPersonId person, Optional<ResidentId> resident) {
        return switch (action) {
            case PROGRESS -> words.progress(resident);
            case REPORT -> words.report();
            case BOOK -> words.book();
            case MEMBER -> words.member(resident);
            case PERSON -> words.handedOver(chats.open(person, resident));
            case MENU -> words.menu(resident);
        };
    }

    private Optional<ResidentId> resident(WechatPersonId person) {
        return residents.findByWechat(person);
    }
}
