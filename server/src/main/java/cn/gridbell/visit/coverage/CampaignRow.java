package cn.gridbell.visit.coverage;

import cn.gridbell.visit.VisitPurpose;
import java.time.Instant;
import java.time.LocalDate;

/** A campaign as stored. */
record CampaignRow(
        long id,
        String name,
        VisitPurpose purpose,
        long gridId,
        LocalDate fromDay,
        LocalDate toDay,
        long createdBy,
        Instant createdAt) {}
