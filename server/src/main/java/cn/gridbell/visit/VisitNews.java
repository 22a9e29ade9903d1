package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message about a visit is written from: how it stands now.
 *
 * @param number      as told to people
 * @param purpose     in Chinese
 * @param memberTitle role and name in Chinese, for example 网格员 张三
 * @param memberNumber the staff number; empty if the member left
 * @param expectedAt  when the member who set out expects to be there, null before they set out
 * @param reason      why it was moved, declined or called off, in the words of whoever did
 * @param answerBy    until when the member must answer
 */
public record VisitNews(
        VisitId id,
        String number,
        String purpose,
        VisitStatus status,
        ResidentId resident,
        StaffId member,
        String memberTitle,
        Instant start,
        Instant end,
        Instant answerBy,
        String memberNumber,
        @Nullable Instant expectedAt,
        @Nullable String reason) {}
