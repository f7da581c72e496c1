package co.litper.cerebro.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** No back door: players but the oracle know the world by what it tells, and nothing else. */
class TruthIsHiddenTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("co.litper.cerebro.simulator");

    @Test
    void onlyTheOracleIsGivenTheTruth() {
        noClasses()
                .that()
                .resideInAPackage("..simulator.player..")
                .and()
                .haveSimpleNameNotContaining("Oracle")
                .and()
                .haveNameNotMatching(".*Players(\\$Seat)?")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Truth.class)
                .check(CLASSES);
    }

    @Test
    void noPlayerAndNoCheckerReachesIntoTheWorldOrItsStories() {
        noClasses()
                .that()
                .resideInAPackage("..simulator.player..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..simulator.world..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ParcelStory.class)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..simulator.check..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..simulator.world..")
                .check(CLASSES);
    }
}
