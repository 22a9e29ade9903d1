package cn.gridbell.platform;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ways of reaching the database on which acknowledged writes were lost: {@code loadbalance} writes to all nodes of a cluster, which Galera does not
 * bear (docs/operations.md, "Database cluster").
 */
@Component
class DatabaseAddressCheck implements ProductionCheck {

    private final String url;

    DatabaseAddressCheck(@Value("${spring.datasource.url}") String url) {
        this.url = url;
    }

    @Override
    public List<String> objections() {
        return url.toLowerCase(Locale.ROOT).startsWith("jdbc:mysql:loadbalance:")
                ? List.of(
                        "spring.datasource.url 不能以 jdbc:mysql:loadbalance 开头 (acknowledged writes are lost when several nodes are written to)")
                : List.of();
    }
}
