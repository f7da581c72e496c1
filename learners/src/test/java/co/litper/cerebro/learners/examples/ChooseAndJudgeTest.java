package co.litper.cerebro.learners.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChooseAndJudgeTest {
    @Test
    void theExampleJudgesBothRulesRightlyAndRefusesTheShortLog() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChooseAndJudge.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertHolds(text, "always carrier 2: IPS", 0.6);
        assertHolds(text, "carrier by town: SNIPS", 0.875);
        assertHolds(text, "carrier by town: DR", 0.875);
        assertThat(text).contains("the log cut to 50: IPS refuses: 50 rounds, 100 are demanded");
    }

    private static void assertHolds(String text, String start, double truth) {
        Matcher line = Pattern.compile(Pattern.quote(start) + " says [0-9.]+, ([0-9.]+) to ([0-9.]+),")
                .matcher(text);
        assertThat(line.find()).as(text).isTrue();
        assertThat(truth).as(text).isBetween(Double.parseDouble(line.group(1)), Double.parseDouble(line.group(2)));
    }
}
