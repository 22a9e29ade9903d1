package cn.gridbell.wechat;

import cn.gridbell.platform.geo.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A place that somebody sent in the chat.
 *
 * @param point WGS-84, in China
 * @param label what the map calls it, at most 200 characters; null if it has no name
 */
public record ChatPlace(GeoPoint point, @Nullable String label) {

    @Override
    public String toString() {
        return "ChatPlace[]"; // where somebody is belongs in no log
    }
}
