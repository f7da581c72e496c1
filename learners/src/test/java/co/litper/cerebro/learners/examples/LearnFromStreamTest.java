package co.litper.cerebro.learners.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LearnFromStreamTest {
    @Test
    void followsWhenTheRoadsChangeAndGoesOnAfterARestart() {
        String text = LearnFromStream.run(7);
        Matcher found = Pattern.compile("([0-9]+) of 3000 right; .* probability ([0-9.]+)")
                .matcher(text);
        assertThat(found.matches()).as(text).isTrue();
        assertThat(Integer.parseInt(found.group(1))).isGreaterThan(2_700);
        assertThat(Double.parseDouble(found.group(2))).isGreaterThan(0.5);
    }
}
