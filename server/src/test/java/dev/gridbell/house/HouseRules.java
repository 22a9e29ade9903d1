package dev.gridbell.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.gridbell.platform.security.CallableBy;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What javac and Modulith do not check. */
final class HouseRules {

    private static final int MOST_CONSTRUCTOR_PARAMETERS = 6;

    static final ArchRule MAPPERS_ARE_HIDDEN = classes()
            .that()
            .areAnnotatedWith(Mapper.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    static final ArchRule CONTROLLERS_ARE_HIDDEN = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    static final ArchRule ROWS_ARE_HIDDEN = classes()
            .that()
            .haveSimpleNameEndingWith("Row")
            .should(bePackagePrivateOrNested())
            .allowEmptyShould(true);

    static final ArchRule ROWS_KNOW_NO_SPRING = noClasses()
            .that(areReadOrWrittenByAMapper())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..")
            .allowEmptyShould(true);

    static final ArchRule ONLY_WECHAT_IMPORTS_WXJAVA = noClasses()
            .that()
            .resideOutsideOfPackage("cn.gridbell.wechat..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("me.chanjar..", "cn.binarywang.."));

    static final ArchRule NOBODY_DEPENDS_ON_A_CONTROLLER = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should(haveNoForeignDependents())
            .allowEmptyShould(true);

    static final ArchRule NOBODY_DEPENDS_ON_A_LISTENER =
            classes().that(listenToFacts()).should(haveNoForeignDependents()).allowEmptyShould(true);

    static final ArchRule THE_CLOCK_IS_INJECTED = noClasses().should().callMethodWhere(readsTheMachinesTime());

    static final ArchRule CONSTRUCTORS_STAY_SMALL = constructors()
            .that()
            .areDeclaredInClassesThat(areNoRecords())
            .should(haveAtMostSixParametersIfInjected())
            .allowEmptyShould(true);

    static final ArchRule HANDLERS_SAY_WHO_MAY_CALL = methods()
            .that(areHandlers())
            .should()
            .beAnnotatedWith(CallableBy.class)
            .allowEmptyShould(true);

    static final ArchRule SQL_IS_NEVER_PASTED = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Mapper.class)
            .should(holdNoDollarBrace())
            .allowEmptyShould(true);

    static final ArchRule NOTHING_IS_LAZY = noClasses()
            .should()
            .beAnnotatedWith(Lazy.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Lazy.class);

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .allowEmptyShould(true);

    static final ArchRule NOTHING_PRINTS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> areReadOrWrittenByAMapper() {
        return DescribedPredicate.describe(
                "are read or written by a mapper", type -> type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> use.getOriginClass().isAnnotatedWith(Mapper.class)
                                && use.getOriginClass().getPackageName().equals(type.getPackageName())));
    }

    private static DescribedPredicate<JavaClass> listenToFacts() {
        return DescribedPredicate.describe("listen to facts", type -> type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(EventListener.class)));
    }

    private static DescribedPredicate<JavaClass> areNoRecords() {
        return DescribedPredicate.describe("are no records", type -> !type.isRecord() && !type.isEnum());
    }

    private static DescribedPredicate<JavaMethod> areHandlers() {
        return DescribedPredicate.describe(
                "handle HTTP calls",
                method -> method.isMetaAnnotatedWith(RequestMapping.class)
                        || method.isAnnotatedWith(RequestMapping.class));
    }

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesTime() {
        return DescribedPredicate.describe("reads the machine's own time or zone", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            boolean now = owner.startsWith("java.time.")
                    && name.equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(parameter -> parameter.isEquivalentTo(java.time.Clock.class));
            return now
                    || (owner.equals("java.time.ZoneId") && name.equals("systemDefault"))
                    || (owner.equals("java.time.Clock") && name.equals("systemDefaultZone"))
                    || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
        });
    }

    private static ArchCondition<JavaClass> bePackagePrivateOrNested() {
        return new ArchCondition<>("be package-private, or nested in the type they are a row of") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean hidden = !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                        || type.isNestedClass();
                events.add(new SimpleConditionEvent(type, hidden, type.getName() + " is public"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoForeignDependents() {
        return new ArchCondition<>("have nobody who depends on them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getName().startsWith(type.getName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaConstructor> haveAtMostSixParametersIfInjected() {
        return new ArchCondition<>("have at most six parameters where Spring injects them") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                boolean injected =
                        constructor.getOwner().isMetaAnnotatedWith("org.springframework.stereotype.Component");
                int count = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor,
                        !injected || count <= MOST_CONSTRUCTOR_PARAMETERS,
                        constructor.getFullName() + " takes " + count));
            }
        };
    }

    private static ArchCondition<JavaMethod> holdNoDollarBrace() {
        return new ArchCondition<>("bind every value instead of pasting it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set.of(Select.class, Insert.class, Update.class, Delete.class).stream()
                        .filter(method::isAnnotatedWith)
                        .map(sql -> method.getAnnotationOfType(sql.getName()))
                        .map(annotation -> (String[]) annotation.getProperties().get("value"))
                        .flatMap(Arrays::stream)
                        .filter(sql -> sql.contains("${"))
                        .forEach(sql -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
            }
        };
    }
}
