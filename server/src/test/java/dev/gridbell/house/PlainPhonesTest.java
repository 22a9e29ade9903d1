package dev.gridbell.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.resident.Residents;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A resident's number in plain leaves the room {@code resident} through {@code Disclosures} alone, which writes down who looked. */
class PlainPhonesTest {

    private static ArchRule nobodyOutside(String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room + "..")
                .should()
                .callMethod(Residents.class, "phoneOf", cn.gridbell.resident.ResidentId.class);
    }

    @Test
    void leaveTheirRoomByOneDoor() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.gridbell");

        nobodyOutside("cn.gridbell.resident").check(classes);
        assertThat(nobodyOutside("cn.gridbell.nowhere").evaluate(classes).hasViolation())
                .as("the rule can fail: Disclosures itself calls it")
                .isTrue();
    }
}
