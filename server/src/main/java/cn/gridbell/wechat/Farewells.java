package cn.gridbell.wechat;

import cn.gridbell.wechat.WechatAuthorizationEnded.Extent;
import cn.gridbell.wechat.inbound.Door;
import cn.gridbell.wechat.inbound.InboundLetter;
import cn.gridbell.wechat.inbound.InboundLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * People who take back what they allowed. The person is named by {@code OpenID}; {@code FromUserName} is a service of WeChat's. Sources: mini-program
 * 授权用户信息变更 (scopes 1 to 20), official account 授权用户信息变更 (scopes 201 to 207).
 */
@Component
public class Farewells {

    private static final Runnable NOTHING = () -> {};
    private static final Pattern BETWEEN_SCOPES = Pattern.compile("\\D+");

    private final WechatPeople people;
    private final FarewellMapper rows;
    private final InboundLog inbound;
    private final ApplicationEventPublisher facts;

    Farewells(WechatPeople people, FarewellMapper rows, InboundLog inbound, ApplicationEventPublisher facts) {
        this.people = people;
        this.rows = rows;
        this.inbound = inbound;
        this.facts = facts;
    }

    /** Somebody unknown leaves nothing behind: the same letter again is harmless. */
    Runnable read(InboundLetter letter, boolean closed) {
        Set<Extent> extents = closed
                ? EnumSet.of(Extent.EVERYTHING)
                : extentsOf(letter.text("RevokeInfo").orElse(""));
        return letter.text("OpenID")
                .flatMap(letter.door() == Door.MINI_PROGRAM ? people::findByMini : people::findByOfficial)
                .<Runnable>map(person -> () -> extents.forEach(extent -> end(person, extent, letter.at())))
                .orElse(NOTHING);
    }

    /**
     * The person asks here, not at WeChat, that all of it goes; the same happens. Part of the caller's transaction.
     *
     * @param at when they asked
     */
    public void leave(WechatPersonId person, Instant at) {
        end(person, Extent.EVERYTHING, at);
    }

    /** The rows that stand for a person; never empty. */
    public List<WechatPersonId> rowsOf(WechatPersonId person) {
        return knownAs(person.value()).stream().map(WechatPersonId::new).toList();
    }

    /** By what the inbound log knows the letters of a person. */
    public List<byte[]> sendersOf(WechatPersonId person) {
        return people.find(person).stream()
                .flatMap(row -> Stream.of(row.miniOpenId(), row.officialOpenId()))
                .filter(Objects::nonNull)
                .map(inbound::senderKeyOf)
                .toList();
    }

    private void end(WechatPersonId person, Extent extent, Instant at) {
        PersonRow row = people.find(person).orElse(null);
        if (row == null) {
            return;
        }
        List<Long> known = knownAs(row.id());
        known.forEach(id -> facts.publishEvent(new WechatAuthorizationEnded(new WechatPersonId(id), extent, at)));
        if (extent == Extent.EVERYTHING) {
            Stream.of(row.miniOpenId(), row.officialOpenId())
                    .filter(Objects::nonNull)
                    .forEach(this::forgetTraces);
            known.forEach(rows::deleteReplies);
            known.forEach(rows::delete);
        }
    }

    /** The row that stands for the person, and those that were found to be the same: others may know them by either. */
    private List<Long> knownAs(long id) {
        List<Long> known = new ArrayList<>(List.of(id));
        for (int i = 0; i < known.size(); i++) {
            known.addAll(rows.mergedInto(known.get(i)));
        }
        return known;
    }

    private void forgetTraces(String openId) {
        inbound.forgetSender(openId);
        rows.deleteChatWindow(openId);
    }

    /** A letter that names no scope takes everything back; scopes of things that are not kept here say nothing. */
    static Set<Extent> extentsOf(String scopes) {
        Set<Extent> extents = EnumSet.noneOf(Extent.class);
        List<String> named = BETWEEN_SCOPES
                .splitAsStream(scopes)
                .filter(scope -> !scope.isEmpty())
                .toList();
        for (String scope : named) {
            switch (scope) {
                case "8" -> extents.add(Extent.PHONE);
                case "2", "13", "18", "201", "206" -> extents.add(Extent.PLACE);
                case "14", "207" -> extents.add(Extent.PICTURES);
                default -> {
                    // car plate, invoices, bluetooth, microphone, nickname, camera, steps, files, mail: nothing of it
                    // is kept
                }
            }
        }
        return named.isEmpty() ? EnumSet.of(Extent.EVERYTHING) : extents;
    }
}
