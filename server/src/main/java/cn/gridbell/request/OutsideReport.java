package cn.gridbell.request;

import cn.gridbell.platform.geo.GeoPoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another platform reports for somebody this house does not know. One of place, address and grid code says where.
 *
 * @param category    code of a category that is not private
 * @param description 1 to 4,000 characters
 * @param place       WGS-84
 * @param address     at most 200 characters
 * @param gridCode    the street's own code of a grid
 * @param answers     to the category's questions, by their code
 * @param remarks     for staff only, each at most 2,000 characters: where pictures are, what else was sent along
 */
public record OutsideReport(
        String category,
        String description,
        @Nullable GeoPoint place,
        @Nullable String address,
        @Nullable String gridCode,
        Map<String, String> answers,
        List<String> remarks) {

    public OutsideReport {
        answers = Map.copyOf(answers);
        remarks = List.copyOf(remarks);
    }
}
