package co.litper.cerebro.simulator.world;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What is hidden in a world stays there: only its entry and its parameters are seen outside. */
class NoBackDoorTest {
    private static final JavaClasses SIMULATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("co.litper.cerebro.simulator");

    @Test
    void nothingOutsideUsesMoreThanTheEntryAndTheParameters() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..simulator.world..")
                .should()
                .dependOnClassesThat(resideInAPackage("..simulator.world..")
                        .and(not(type(World.class)))
                        .and(not(type(WorldParameters.class))))
                .check(SIMULATOR);
    }

    @Test
    void theEntryAndTheParametersAloneArePublic() {
        classes()
                .that()
                .resideInAPackage("..simulator.world..")
                .and()
                .areTopLevelClasses()
                .and(not(type(World.class)))
                .and(not(type(WorldParameters.class)))
                .should()
                .notBePublic()
                .check(SIMULATOR);
    }

    @Test
    void theWorldKnowsNothingOfHowTheProductDecides() {
        noClasses()
                .that()
                .resideInAPackage("..simulator.world..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..cerebro.think..", "..cerebro.agent..", "..cerebro.learn..", "..cerebro.model..")
                .check(SIMULATOR);
    }
}
