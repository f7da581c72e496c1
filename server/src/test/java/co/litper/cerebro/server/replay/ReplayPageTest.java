package co.litper.cerebro.server.replay;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Missing;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.learn.replay.PolicyWorth;
import co.litper.cerebro.learn.replay.PolicyWorth.Assumed;
import co.litper.cerebro.learn.replay.PolicyWorth.FromLog;
import co.litper.cerebro.learn.replay.PolicyWorth.Told;
import co.litper.cerebro.learn.replay.Span;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayPageTest {
    private static final Period PERIOD =
            new Period(Instant.parse("2026-03-01T05:00:00Z"), Instant.parse("2026-04-01T05:00:00Z"));

    private static Replayed replayed(Told told, long immature) {
        ChoiceLog.Slice slice = new ChoiceLog.Slice(List.of(), 1_000, 1_000, immature, 7);
        return new Replayed(
                new ChoiceLog(PERIOD, Map.of(Question.CARRIER, slice)),
                "cheapest",
                "logged",
                List.of(new PolicyWorth(
                        "cheapest", "logged", Question.CARRIER, 1_000, 1_000, 0.42, 311.4, 12_000, told)));
    }

    private static final Told FROM_LOG =
            new FromLog(new Span(12_500, 12_000, 13_000), new Span(500, -100, 1_100), new Span(12_450, 11_800, 13_100));

    @Test
    void whatTheLogTellsStandsWithItsIntervalAndItsSupport() {
        assertThat(ReplayPage.lines(replayed(FROM_LOG, 20), new Texts(Language.EN)))
                .containsExactly(
                        "Policy “cheapest” against “logged” · 1 Mar 2026 00:00 – 1 Apr 2026 00:00",
                        "",
                        "Which carrier? 1.000 parcels with an outcome, 1.000 decisions",
                        "  What was done: $ 12.000 a parcel, $ 12.000.000 in all",
                        "  With “cheapest”: $ 12.500 a parcel (95 %: $ 12.000 to $ 13.000), told by the log",
                        "  Difference to “logged”: $ 500 a parcel (95 %: -$ 100 to $ 1.100), $ 500.000 in all",
                        "  Support: 42,0 % of the parcels were dealt with so; weighed by probability they count for 311 parcels",
                        "  To compare, by weights alone without a model: $ 12.450 a parcel (95 %: $ 11.800 to $ 13.100)",
                        "  Left out: 20 decisions without an outcome yet, 7 made in hindsight",
                        "",
                        "Nothing was sent and the log did not change.");
    }

    @Test
    void whatTheLogCannotTellIsCalledAnAssumptionWithItsReasons() {
        Told assumed = new Assumed(12_900, List.of(Missing.SUPPORT, Missing.AUTONOMY));
        assertThat(ReplayPage.lines(replayed(assumed, 500), new Texts(Language.ES)))
                .contains(
                        "  Con «cheapest»: $ 12.900 por guía: SUPUESTO del modelo, el registro no alcanza para decirlo:")
                .contains("    – hace cosas que nunca se probaron")
                .anyMatch(line -> line.contains("33 % de las decisiones no tiene desenlace"));
    }

    @Test
    void programsGetTheSame() {
        ObjectNode json = ReplayJson.of(replayed(FROM_LOG, 20));
        assertThat(json.path("from").asText()).isEqualTo("2026-03-01T05:00:00Z");
        assertThat(json.path("questions").get(0).path("gainTotal").asDouble()).isEqualTo(500_000);
        assertThat(json.path("questions").get(0).path("valueLow").asDouble()).isEqualTo(12_000);
    }
}
