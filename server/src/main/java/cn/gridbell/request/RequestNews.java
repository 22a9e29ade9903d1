package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.request.reporter.ReporterSecrecy;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message about a request is written from: how it stands now.
 *
 * @param number       as told to people
 * @param categoryName in Chinese
 * @param subState     what it waits for while it is handled, null if nothing
 * @param holder       who answers for it, null if the post is vacant
 * @param holderTitle  role and name in Chinese, for example 网格员 张三
 * @param closure      null until answered
 * @param secrecy      from whom it is hidden who reported it
 */
public record RequestNews(
        RequestId id,
        String number,
        String categoryName,
        RequestStatus status,
        @Nullable RequestSubState subState,
        Colour colour,
        GridId grid,
        @Nullable ResidentId reporter,
        @Nullable StaffId holder,
        String holderTitle,
        Instant dueAt,
        @Nullable Closure closure,
        ReporterSecrecy secrecy) {}
