package cn.gridbell.request.published;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The categories that are not private, read at most once a minute. */
@Component
class PublishedServices {

    private final LoadingCache<String, List<PublishedService>> read;

    PublishedServices(PublishedMapper rows) {
        read = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> of(rows.categories()));
    }

    List<PublishedService> all() {
        return Objects.requireNonNull(read.get("all"));
    }

    List<String> codes() {
        return all().stream().map(PublishedService::code).toList();
    }

    private static List<PublishedService> of(List<PublishedMapper.Category> rows) {
        Map<String, PublishedMapper.Category> byCode =
                rows.stream().collect(Collectors.toMap(PublishedMapper.Category::code, Function.identity()));
        return rows.stream()
                .filter(row -> !row.isPrivate())
                .filter(row -> rows.stream().noneMatch(other -> row.code().equals(other.parent())))
                .map(row -> {
                    PublishedMapper.Category heading =
                            row.parent() == null ? row : byCode.getOrDefault(row.parent(), row);
                    return new PublishedService(row.code(), row.name(), heading.name(), words(row.keywords()));
                })
                .toList();
    }

    private static List<String> words(String keywords) {
        return Arrays.stream(keywords.split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
