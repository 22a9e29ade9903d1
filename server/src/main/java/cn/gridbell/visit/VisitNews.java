package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * What a message about a visit is written from: how it stands now.
 *
 * @param number      as told to people
 * @param purpose     in Chinese
 * @param memberTitle role and name in Chinese, for example 网格员 张三
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
        Instant answerBy) {}
