package co.litper.cerebro.server.improve;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.learn.improve.Brake;
import co.litper.cerebro.learn.improve.Change;
import co.litper.cerebro.learn.improve.Course;
import co.litper.cerebro.learn.improve.Evidence;
import co.litper.cerebro.learn.improve.Improvement;
import co.litper.cerebro.learn.improve.ImprovementReport;
import co.litper.cerebro.learn.improve.Improvements;
import co.litper.cerebro.learn.improve.Measured;
import co.litper.cerebro.learn.improve.Metric;
import co.litper.cerebro.learn.improve.Mode;
import co.litper.cerebro.learn.improve.Opportunity;
import co.litper.cerebro.learn.improve.Segment;
import co.litper.cerebro.learn.improve.Trend;
import co.litper.cerebro.learn.improve.WeakSegment;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Missing;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.learn.replay.Span;
import co.litper.cerebro.learners.inference.Effect;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImprovePageTest {
    private static final Change PAUSE = new Change("pause.flag_for_monitoring", "false", "true");
    private static final Improvement TAKEN_BACK = new Improvement(
            3,
            PAUSE,
            Improvement.Status.REVERTED,
            1_773_000_000_000L,
            1_770_000_000_000L,
            new Improvement.Promise(120_000, -3_000, 240_000, 0.97),
            new Measured(-1_200, -2_000, -400, 345));

    private static Opportunity opportunity(Course course) {
        return new Opportunity(PAUSE, 900, Optional.of(new Span(1_234_567, -9_876_543, 12_345_678)), 0.83, course);
    }

    private static ImprovementReport report() {
        List<Trend> trends = Arrays.stream(Metric.values())
                .map(m -> new Trend(
                        m,
                        List.of(new Trend.Week(LocalDate.of(2026, 3, 2), 12_345.6, 400)),
                        Optional.of(new Effect(-1_234.5, -2_345.6, -123.4, 0.01))))
                .toList();
        WeakSegment weak = new WeakSegment(
                new Segment.Lane(new Carrier("TCC"), new CityCode("52001")),
                321,
                -12_345,
                -15_000,
                -9_000,
                0.001,
                987_654);
        Evidence evidence = new Evidence(
                Period.ALWAYS,
                12_000,
                trends,
                List.of(weak),
                new ChoiceLog(Period.ALWAYS, Map.of()),
                Map.of(),
                new long[0]);
        List<Opportunity> all = List.of(
                opportunity(new Course.Apply()),
                opportunity(new Course.Ask(Course.Because.ONLY_PART_TOLD)),
                opportunity(new Course.Held(Brake.MEASURING)),
                opportunity(new Course.Backlog(Course.Because.LOG_CANNOT_TELL, List.of(Missing.SUPPORT))));
        return new ImprovementReport(evidence, Mode.ACT, all, List.of(TAKEN_BACK), new Improvements(List.of()));
    }

    @Test
    void theReportTellsTrendsWeakSegmentsAndWhatHappensToEachOpportunity() {
        for (Language language : Language.values()) {
            List<String> lines = new ImprovePage(new Texts(language), city -> "Pasto").lines(report(), false);
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(140));
            assertThat(String.join("\n", lines))
                    .contains("TCC → Pasto")
                    .contains("-$ 987.654")
                    .contains("83 %");
        }
        String english =
                String.join("\n", new ImprovePage(new Texts(Language.EN), city -> "Pasto").lines(report(), false));
        assertThat(english)
                .contains("worsens")
                .contains("is applied")
                .contains("held back: an earlier change is being measured")
                .contains("backlog: was never tried")
                .contains("reverted");
    }

    @Test
    void programsGetTheSame() {
        var json = ImproveJson.of(report());
        assertThat(json.at("/weakSegments/0/carrier").asText()).isEqualTo("TCC");
        assertThat(json.at("/opportunities/1/course").asText()).isEqualTo("ask");
        assertThat(json.at("/opportunities/3/missing/0").asText()).isEqualTo("support");
        assertThat(json.at("/followUps/0/measuredCop").asDouble()).isEqualTo(-1_200);
    }
}
