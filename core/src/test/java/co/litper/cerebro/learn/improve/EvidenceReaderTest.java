package co.litper.cerebro.learn.improve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.learn.replay.Period;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.world.WireWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceReaderTest {
    private static final Instant START = Instant.parse("2026-01-05T15:00:00Z");
    private static final int WEEKS = 8;
    private static final int A_WEEK = 40;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final EnvelopeCodec codec = new EnvelopeCodec();

    private void append(Instant at, Event event, Fact... facts) {
        long position = log.end();
        Envelope e = new Envelope(
                "e" + position,
                "/test",
                new MerchantId("shop"),
                "system",
                at,
                TimePrecision.SECOND,
                at,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
        log.append(
                List.of(new Entry(position, codec.encode(e), FactsCodec.encode(List.of(facts), new WireWriter()))),
                List.of());
    }

    private static Decision decision(long id, Instant at) {
        WireWriter context = new WireWriter();
        CallWorld.context().write(context);
        Bid nothing = new Bid(AgentName.LOGISTICS, Action.NONE, "", 0, 0.5f, true);
        return new Decision(
                id,
                id,
                at.toEpochMilli(),
                false,
                true,
                null,
                null,
                1,
                context.toBytes(),
                new byte[0],
                new Forecast(0.25f, 0.2f, 0.5f, 3, 2, 5, 100),
                List.of(),
                List.of(new Choice(Question.NOTIFY, List.of(nothing), 0, 1, 0, Autonomy.ACT, Set.of())));
    }

    private static Settled settled(long id, boolean returned, boolean late) {
        Outcome outcome = returned ? Outcome.ISSUE_UNRESOLVED : Outcome.DELIVERY_SUCCESS;
        Reward reward = new Reward(returned ? -0.5 : 1, returned ? -24_000 : 12_000);
        return new Settled(id, id, outcome, reward, late, false, 2, Action.NONE, true, "C1", 1, true);
    }

    /** Weeks in which one parcel more comes back each time, and a quarter of the delivered are late. */
    private Evidence worsening() {
        long id = 1;
        for (int week = 0; week < WEEKS; week++) {
            for (int i = 0; i < A_WEEK; i++) {
                Instant at = START.plus(Duration.ofDays(7L * week)).plusSeconds(i);
                append(at, new Tick(at), decision(id, at));
                append(at, new Tick(at), settled(id, i < week, i % 4 == 3));
                id++;
            }
        }
        Instant end = START.plus(Duration.ofDays(7L * WEEKS));
        append(end, new Tick(end), decision(id, end));
        append(end, new ConfigurationChanged("exploration.rate", "0.05", "test"));
        return EvidenceReader.read(log, Period.ALWAYS, end, m -> true, position -> {});
    }

    private static Trend trend(Evidence evidence, Metric metric) {
        return evidence.trends().stream()
                .filter(t -> t.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aShareThatRisesEveryWeekHasItsSlope() {
        Evidence evidence = worsening();
        Trend returns = trend(evidence, Metric.RETURNED);

        assertThat(evidence.parcels()).isEqualTo(WEEKS * A_WEEK);
        assertThat(returns.weeks()).hasSize(WEEKS);
        assertThat(returns.weeks().get(4).value()).isEqualTo(4.0 / A_WEEK);
        assertThat(returns.slope().orElseThrow().difference()).isCloseTo(1.0 / A_WEEK, within(1e-9));
        assertThat(returns.worsens()).isTrue();
        assertThat(trend(evidence, Metric.REWARD).worsens()).isTrue();
    }

    @Test
    void forecastsAreHeldAgainstWhatCame() {
        Evidence evidence = worsening();
        // Forecast at one half, none of the first week's parcels came back.
        assertThat(trend(evidence, Metric.RETURN_ERROR).weeks().getFirst().value())
                .isEqualTo(0.5);
        assertThat(trend(evidence, Metric.DELAY_ERROR).weeks().getFirst().value())
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void whatIsUnderWayAndWhatWasChangedIsKnown() {
        Evidence evidence = worsening();

        assertThat(evidence.openSinceMs()).hasSize(1);
        assertThat(evidence.changedAt()).containsKey("exploration.rate");
        assertThat(evidence.since("exploration.rate").of(Question.NOTIFY).episodes())
                .isEmpty();
        assertThat(evidence.choices().of(Question.NOTIFY).episodes()).hasSize(WEEKS * A_WEEK);
    }
}
