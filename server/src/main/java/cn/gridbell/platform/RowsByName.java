package cn.gridbell.platform;

import com.baomidou.mybatisplus.core.MybatisConfiguration;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;

/**
 * Reads rows into what has one constructor, by the names of its arguments: {@code dueAt} is the column {@code due_at}. The mapping is spelt out once, when
 * a mapper is read; MyBatis' own search by argument names compares every argument with every column again for each row, which was most of what a list
 * cost. Instants are {@code DATETIME(6)} in UTC.
 */
public final class RowsByName extends MybatisConfiguration {

    public RowsByName() {
        setMapUnderscoreToCamelCase(true);
        // Statements are no news, and their arguments may be somebody's.
        setLogImpl(NoLoggingImpl.class);
        getTypeHandlerRegistry().register(Instant.class, new UtcInstants());
    }

    @Override
    public void addResultMap(ResultMap read) {
        boolean bare = read.getResultMappings().isEmpty() && isReadByName(read.getType());
        super.addResultMap(bare ? spelt(read) : read);
    }

    /** Not what is read from one column: numbers, words, times and the like. */
    boolean isReadByName(Class<?> type) {
        return !type.isPrimitive()
                && !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && !getTypeHandlerRegistry().hasTypeHandler(type)
                && type.getDeclaredConstructors().length == 1
                && type.getDeclaredConstructors()[0].getParameterCount() > 0;
    }

    private ResultMap spelt(ResultMap read) {
        Constructor<?> constructor = read.getType().getDeclaredConstructors()[0];
        List<ResultMapping> arguments =
                Arrays.stream(constructor.getParameters()).map(this::argument).toList();
        return new ResultMap.Builder(this, read.getId(), read.getType(), arguments, false).build();
    }

    private ResultMapping argument(Parameter argument) {
        if (!argument.isNamePresent()) {
            throw new IllegalStateException("compiled without -parameters: " + argument.getDeclaringExecutable());
        }
        return new ResultMapping.Builder(this, argument.getName(), column(argument.getName()), argument.getType())
                .flags(List.of(ResultFlag.CONSTRUCTOR))
                .build();
    }

    static String column(String argument) {
        return argument.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
