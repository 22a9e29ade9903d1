package cn.gridbell.platform.security;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code /v3/api-docs}: says for each operation who may call it; the caller itself is no parameter. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI gridbellApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Gridbell 网格叮咚")
                        .version("1")
                        .description(
                                "Errors are RFC 9457 problem documents. Ids are strings, instants ISO 8601 with zone, places GCJ-02.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")));
    }

    /** Names a nested type with the type it is nested in: many rooms have a {@code Line}. */
    @Bean
    ModelResolver schemaNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String nameForClass(Class<?> type, Set<Options> options) {
                Class<?> outer = type.getDeclaringClass();
                String name = super.nameForClass(type, options);
                return outer == null ? name : outer.getSimpleName() + name;
            }
        });
    }

    @Bean
    OperationCustomizer whoMayCall() {
        return (operation, handler) -> {
            CallableBy who = handler.getMethodAnnotation(CallableBy.class);
            if (who != null) {
                String roles = Arrays.stream(who.roles()).map(Role::name).collect(Collectors.joining(", "));
                operation.setDescription(
                        "May be called by: " + who.value() + (roles.isEmpty() ? "" : " (" + roles + ")"));
                if (who.value() == Audience.RESIDENT || who.value() == Audience.STAFF) {
                    operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
                }
            }
            return operation;
        };
    }
}
