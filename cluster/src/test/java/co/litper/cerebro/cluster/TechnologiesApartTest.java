package co.litper.cerebro.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds one package a technology, none of which knows another. */
class TechnologiesApartTest {
    private static final String ROOT = "co.litper.cerebro.cluster";

    private static final List<String> TECHNOLOGIES = List.of("debezium", "kafka", "postgres", "redis");

    /** What puts technologies together; they know nothing of it. */
    private static final List<String> ABOVE = List.of("gateway");

    private static final JavaClasses CLUSTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyPackageIsOneOfTheTechnologiesOrWhatTheyShareOrAboveThem() {
        TreeSet<String> found = new TreeSet<>();
        for (JavaClass c : CLUSTER) {
            found.add(c.getPackageName());
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(ROOT),
                                Stream.concat(TECHNOLOGIES.stream(), ABOVE.stream())
                                        .map(t -> ROOT + "." + t))
                        .toList());
    }

    @Test
    void whatTheyShareKnowsNoneOfThem() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(TECHNOLOGIES.stream(), ABOVE.stream())
                        .map(t -> ROOT + "." + t + "..")
                        .toArray(String[]::new))
                .check(CLUSTER);
    }

    @Test
    void noTechnologyKnowsAnother() {
        for (String technology : TECHNOLOGIES) {
            String[] others = Stream.concat(TECHNOLOGIES.stream(), ABOVE.stream())
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
