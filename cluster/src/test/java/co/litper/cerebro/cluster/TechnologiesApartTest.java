package co.litper.cerebro.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds one package a technology, none of which knows another. */
class TechnologiesApartTest {
    private static final String ROOT = "co.litper.cerebro.cluster";

    private static final List<String> TECHNOLOGIES = List.of("debezium", "kafka", "postgres", "redis");

    private static final JavaClasses CLUSTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyPackageIsOneOfTheTechnologies() {
        TreeSet<String> found = new TreeSet<>();
        for (JavaClass c : CLUSTER) {
            found.add(c.getPackageName());
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        TECHNOLOGIES.stream().map(t -> ROOT + "." + t).toList());
    }

    @Test
    void noTechnologyKnowsAnother() {
        for (String technology : TECHNOLOGIES) {
            String[] others = TECHNOLOGIES.stream()
                    .filter(other -> !other.equals(technology))
                    .map(other -> ROOT + "." + other + "..")
                    .toArray(String[]::new);
            if (others.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + technology + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others)
                        .check(CLUSTER);
            }
        }
    }
}
