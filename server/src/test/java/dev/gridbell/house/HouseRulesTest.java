package dev.gridbell.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    private static final int LONGEST_FILE = 300;
    /** Rows as wide as their tables: a constructor argument, a field and a getter for each column. */
    private static final Set<String> WIDE_ROWS = Set.of("Request.java", "Visit.java");

    private static final int LONGEST_ROW = 450;
    private static final double MOST_PUBLIC = 0.4;

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cn.gridbell");
    private final JavaClasses trespassers = new ClassFileImporter().importPackages("dev.gridbell.house.trespassers");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return rules().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleCatchesItsTrespasser() {
        return rules().map(rule -> dynamicTest(rule.getDescription(), () -> assertThat(
                        rule.evaluate(trespassers).hasViolation())
                .as("no trespasser is caught by: " + rule.getDescription())
                .isTrue()));
    }

    @Test
    void mostTypesAreHidden() {
        List<String> rooms = house.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .map(type ->
                        (type.getModifiers().contains(JavaModifier.PUBLIC) ? "public " : "hidden ") + type.getName())
                .toList();
        long open = rooms.stream().filter(name -> name.startsWith("public ")).count();
        System.out.printf("types: %d, public: %d (%.0f %%)%n", rooms.size(), open, 100.0 * open / rooms.size());
        assertThat(open * 1.0 / rooms.size()).as("share of public types").isLessThanOrEqualTo(MOST_PUBLIC);
    }

    @Test
    void noFileIsLongerThanAReaderLikes() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > longest(file))
                    .map(file -> sources.relativize(file) + ": " + lines(file))
                    .toList();
            assertThat(tooLong).as("files over " + LONGEST_FILE + " lines").isEmpty();
        }
    }

    private static int longest(Path file) {
        return WIDE_ROWS.contains(String.valueOf(file.getFileName())) ? LONGEST_ROW : LONGEST_FILE;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<ArchRule> rules() {
        return Arrays.stream(HouseRules.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ArchRule.class)
                .map(field -> {
                    try {
                        return ((ArchRule) field.get(null)).as(field.getName());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
