package cn.gridbell.platform;

import com.baomidou.mybatisplus.core.MybatisConfiguration;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;

/**
 * Reads rows into records by the names of their components: {@code dueAt} is the column {@code due_at}. The mapping is spelt out once, when a mapper is
 * read; MyBatis' own search by argument names compares every argument with every column again for each row, which was most of what a list cost.
 */
final class RecordRows extends MybatisConfiguration {

    RecordRows() {
        setMapUnderscoreToCamelCase(true);
        // Statements are no news, and their arguments may be somebody's.
        setLogImpl(NoLoggingImpl.class);
    }

    @Override
    public void addResultMap(ResultMap read) {
        boolean bare = read.getType().isRecord() && read.getResultMappings().isEmpty();
        super.addResultMap(bare ? spelt(read) : read);
    }

    private ResultMap spelt(ResultMap read) {
        List<ResultMapping> arguments = Arrays.stream(read.getType().getRecordComponents())
                .map(this::argument)
                .toList();
        return new ResultMap.Builder(this, read.getId(), read.getType(), arguments, false).build();
    }

    private ResultMapping argument(RecordComponent component) {
        return new ResultMapping.Builder(this, component.getName(), column(component.getName()), component.getType())
                .flags(List.of(ResultFlag.CONSTRUCTOR))
                .build();
    }

    static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
