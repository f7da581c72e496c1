package co.litper.cerebro;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the order of packages: data flows one way, and feedback closes through the log. */
class PackageOrderTest {
    private static final String ROOT = "co.litper.cerebro";

    /** Each package uses only those before it. The root package, where the loop is, comes before its host. */
    private static final List<String> ORDER = List.of(
            ".world",
            ".vocabulary",
            ".event",
            ".vault",
            ".message",
            ".log",
            ".logistics",
            ".feature",
            ".decision",
            ".search",
            ".memory",
            ".knowledge",
            ".knowledge.ask",
            ".model",
            ".policy",
            ".sense",
            ".agent",
            ".think",
            ".act",
            ".learn",
            ".learn.replay",
            ".learn.improve",
            "",
            ".host");

    /** Calls and method references alike: {@code Instant::now} is no method call to ArchUnit. */
    private static final DescribedPredicate<JavaAccess<?>> READS_THE_CLOCK =
            DescribedPredicate.describe("reads the machine's clock or draws by chance", access -> {
                String owner = access.getTargetOwner().getName();
                String name = access.getName();
                return (owner.startsWith("java.time.") && name.equals("now"))
                        || (owner.equals("java.time.Clock") && name.startsWith("system"))
                        || (owner.equals("java.lang.System")
                                && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                        || (owner.equals("java.lang.Math") && name.equals("random"))
                        || owner.equals("java.util.concurrent.ThreadLocalRandom");
            });

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/core/"))
            .importPackages(ROOT);

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        TreeSet<String> found = new TreeSet<>();
        for (JavaClass c : CORE) {
            found.add(c.getPackageName());
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        ORDER.stream().map(p -> ROOT + p).toList());
    }

    @Test
    void noPackageUsesOneThatComesAfterIt() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] later = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(p -> ROOT + p)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(CORE);
        }
    }

    @Test
    void onlyTheWorldReadsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".world")
                .should()
                .accessTargetWhere(READS_THE_CLOCK)
                .because("time comes from the log or is passed in")
                .check(CORE);
    }

    @Test
    void theCoreKnowsNoDriverFrameworkOrNetwork() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.nio",
                        "java.io",
                        "java.security..",
                        "javax.crypto..",
                        "java.text..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(CORE);
    }
}
