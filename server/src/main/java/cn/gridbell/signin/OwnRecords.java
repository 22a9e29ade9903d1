package cn.gridbell.signin;

import cn.gridbell.platform.personal.PersonalRecords;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.wechat.Farewells;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a person, given out to them and to nobody else; and its end. */
@Service
class OwnRecords {

    /** Nobody has it: an empty list cannot stand in a condition. */
    private static final byte[] NO_SENDER = new byte[32];

    private final Residents residents;
    private final Farewells farewells;
    private final PersonalRecords records;
    private final Clock clock;

    OwnRecords(Residents residents, Farewells farewells, PersonalRecords records, Clock clock) {
        this.residents = residents;
        this.farewells = farewells;
        this.records = records;
        this.clock = clock;
    }

    /** @param sections one a table, also those that hold nothing */
    record Export(Instant exportedAt, List<PersonalRecords.Section> sections) {}

    /** @param kept what stays, and why; no name on it */
    record Erasure(Instant erasedAt, String words, List<PersonalRecords.Kept> kept) {}

    @Transactional(readOnly = true)
    public Export export(ResidentId resident) {
        WechatPersonId person = residents.require(resident).wechatPerson();
        List<byte[]> senders = farewells.sendersOf(person);
        return new Export(
                clock.instant(),
                records.of(Map.of(
                        "resident", resident.value(),
                        "persons",
                                farewells.rowsOf(person).stream()
                                        .map(WechatPersonId::value)
                                        .toList(),
                        "senders", senders.isEmpty() ? List.of(NO_SENDER) : senders)));
    }

    /** All of it in one transaction, by the same way as when WeChat says that the person left: see decision 0013. */
    @Transactional
    public Erasure erase(ResidentId resident) {
        Instant now = clock.instant();
        farewells.leave(residents.require(resident).wechatPerson(), now);
        return new Erasure(now, "您的个人信息已删除，登录已退出。下列内容依法留存，不再与您关联。", records.kept());
    }
}
