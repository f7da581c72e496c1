package co.litper.cerebro.server.thinking;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.decision.Finding;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.host.InlineHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.testkit.Nowhere;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log of a small installation tells about a dilemma of its own. */
class LogEvidenceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final MerchantId MERCHANT = new MerchantId("m");
    private static final CityCode CALI = new CityCode("76001");
    private static final int PARCELS = 24;

    private final EventLog log = new InMemoryEventLog();
    private final List<Dilemma> dilemmas = new ArrayList<>();
    private int count;

    @BeforeEach
    void live() {
        LearnerThread learner = new LearnerThread(Learner.cold(), log, () -> NOW, MerchantId.INSTALLATION);
        try (InlineHost host = new InlineHost(
                log,
                new InMemoryStateStore(),
                new EnvelopeCodec(),
                state -> new Brain(
                        state,
                        new DecisionMaker(AgentRegistry.standard()),
                        new EffectPlanner(ms -> ms),
                        new Senses(),
                        learner::snapshot,
                        7),
                learner,
                h -> new Executor(Map.of(), new Nowhere(), (d, e) -> {}, () -> NOW),
                1_000,
                d -> {
                    dilemmas.add(d);
                    return Thought.unsent(ThoughtEnd.TIMED_OUT);
                },
                () -> NOW)) {
            host.submit(envelope(Subjects.SYSTEM, new ConfigurationChanged("thinking.mode", "on", "test")));
            for (int i = 0; i < PARCELS; i++) {
                String guide = "g" + i;
                host.submit(envelope("test", new GuideCreated(guide, "", facts())));
                host.submit(envelope("test", scan(guide, ShipmentState.OUT_FOR_DELIVERY)));
                host.submit(envelope(
                        "test", new IssueReported(guide, Carrier.TCC, "", IssueReason.RECIPIENT_UNAVAILABLE, 1)));
                ShipmentState end = i % 3 == 0 ? ShipmentState.RETURNED : ShipmentState.DELIVERED;
                host.submit(envelope("test", scan(guide, end)));
            }
        }
    }

    private static ParcelFacts facts() {
        return new ParcelFacts(
                PersonRef.NONE,
                CALI,
                CALI,
                Carrier.TCC,
                true,
                150_000,
                14_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                "",
                "",
                null);
    }

    private static TrackingUpdated scan(String guide, ShipmentState state) {
        return new TrackingUpdated(guide, Carrier.TCC, state.name(), state, CALI);
    }

    private Envelope envelope(String subject, Event event) {
        return new Envelope(
                "e" + count++,
                "/test",
                MERCHANT,
                subject,
                NOW,
                TimePrecision.SECOND,
                NOW,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
    }

    private List<Finding> lookUp(Evidence.Kind kind) {
        return new LogEvidence(List.of(log)).lookUp(kind, dilemmas.getLast());
    }

    @Test
    void countsWhatCameOfEachAnswer() {
        long cases = 0;
        long delivered = 0;
        for (Finding finding : lookUp(Evidence.Kind.CASES)) {
            Finding.Tried tried = (Finding.Tried) finding;
            assertThat(tried.reason()).isEqualTo(IssueReason.RECIPIENT_UNAVAILABLE);
            cases += tried.cases();
            delivered += tried.delivered();
        }

        assertThat(cases).isEqualTo(PARCELS);
        assertThat(delivered).isEqualTo(16);
    }

    @Test
    void countsWhatBecameOfTheCarriersParcelsInTheCity() {
        assertThat(lookUp(Evidence.Kind.GRAPH)).containsExactly(new Finding.Counted(Carrier.TCC, CALI, PARCELS, 0, 8));
    }

    @Test
    void remembersSomeCasesThatResembleIt() {
        assertThat(lookUp(Evidence.Kind.MEMORY))
                .hasSize(8)
                .allSatisfy(finding ->
                        assertThat(((Finding.Remembered) finding).city()).isEqualTo(CALI));
    }

    @Test
    void tellsTheFeaturesThatSwayedTheReceipt() {
        assertThat(lookUp(Evidence.Kind.FEATURES))
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(Finding.Swayed.class::isInstance);
    }

    @Test
    void goesOnWhereItStoodAndCountsNothingTwice() {
        LogEvidence evidence = new LogEvidence(List.of(log));
        List<Finding> once = evidence.lookUp(Evidence.Kind.GRAPH, dilemmas.getLast());

        assertThat(evidence.lookUp(Evidence.Kind.GRAPH, dilemmas.getLast())).isEqualTo(once);
    }
}
