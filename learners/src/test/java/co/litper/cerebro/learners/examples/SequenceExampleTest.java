package co.litper.cerebro.learners.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SequenceExampleTest {
    @Test
    void theLearnedPolicyCallsFirstAndEarnsFarMoreThanChance() {
        String text = SequenceExample.run(7);
        Matcher figures = Pattern.compile(
                        "earns (-?\\d+) pesos a parcel, the learned policy (-?\\d+); it begins with action 0")
                .matcher(text);
        assertThat(figures.find()).as(text).isTrue();
        // By dynamic programming chance earns −2,956 pesos and the best policy 18,577.
        assertThat(Double.parseDouble(figures.group(1))).as(text).isLessThan(0);
        assertThat(Double.parseDouble(figures.group(2))).as(text).isBetween(15_000.0, 19_500.0);
    }
}
