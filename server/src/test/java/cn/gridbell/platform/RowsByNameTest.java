package cn.gridbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.reflection.TypeParameterResolver;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;

@GridbellTest
class RowsByNameTest {

    private final RowsByName mybatis;

    RowsByNameTest(@Autowired SqlSessionFactory sessions) {
        this.mybatis = (RowsByName) sessions.getConfiguration();
    }

    @Test
    void everyStatementSelectsEachColumnOfItsRow() {
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (Class<?> mapper : mybatis.getMapperRegistry().getMappers()) {
            for (Method method : mapper.getDeclaredMethods()) {
                Class<?> row = row(method, mapper);
                if (!method.isAnnotationPresent(Select.class) || !mybatis.isReadByName(row)) {
                    continue;
                }
                seen++;
                String sql = String.join(" ", method.getAnnotation(Select.class).value());
                for (Parameter argument : row.getDeclaredConstructors()[0].getParameters()) {
                    String column = RowsByName.column(argument.getName());
                    if (!Pattern.compile("(?i)\\b" + column + "\\b")
                            .matcher(sql)
                            .find()) {
                        missing.add(mapper.getSimpleName() + "." + method.getName() + " lacks " + column);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        System.out.printf("rows read by name: %d statements%n", seen);
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void everyRowIsSpeltOutOnce() {
        // Short names that stand for two statements are in the collection too, as something else.
        Collection<?> statements = mybatis.getMappedStatements();
        List<ResultMap> rows = statements.stream()
                .filter(MappedStatement.class::isInstance)
                .map(MappedStatement.class::cast)
                .flatMap(statement -> statement.getResultMaps().stream())
                .filter(map -> mybatis.isReadByName(map.getType()))
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(map -> assertThat(map.getConstructorResultMappings())
                .as(map.getId())
                .hasSize(map.getType().getDeclaredConstructors()[0].getParameterCount()));
    }

    private static Class<?> row(Method method, Class<?> mapper) {
        ResolvableType type = ResolvableType.forType(TypeParameterResolver.resolveReturnType(method, mapper));
        return type.hasGenerics() ? type.getGeneric(0).toClass() : type.toClass();
    }
}
