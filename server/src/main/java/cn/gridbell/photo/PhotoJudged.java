package cn.gridbell.photo;

import cn.gridbell.wechat.CheckStep;
import cn.gridbell.wechat.ContentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture's check came to an end, be it that a person has to look.
 *
 * @param subject what it belongs to, for example {@code request:17}
 * @param cause   why a person has to look, else null
 */
public record PhotoJudged(
        PhotoId photo, String subject, ContentState state, CheckStep.@Nullable Cause cause, Instant at) {}
