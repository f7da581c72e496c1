package co.litper.cerebro.learners.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbTestExampleTest {
    @Test
    void runsFromPlanToDecision() {
        assertThat(AbTestExample.run(7))
                .contains("planned 3021 a group", "decided")
                .doesNotContain("undecided");
    }
}
