package co.litper.cerebro.adapters.claude;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.event.CustomerEvent.CustomerInquiry;
import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
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
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.Action;
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

/** The whole loop over parcels in which every field that can hold free words holds the same hostile ones. */
final class HostileLoop {
    private static final MerchantId MERCHANT = new MerchantId("m");
    private static final PersonRef SOMEBODY = new PersonRef("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int LONGEST_CODE = 40;

    /** Parcels in trouble: about half of them are thought about. */
    private static final int PARCELS = 6;

    private final List<Action> sent = new ArrayList<>();
    private int count;

    /** Lives through it with {@code text} wherever words can stand. Returns the actions that reached the world. */
    static List<Action> live(Reasoner reasoner, String text) {
        return new HostileLoop().run(reasoner, text);
    }

    private List<Action> run(Reasoner reasoner, String text) {
        EventLog log = new InMemoryEventLog();
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
                h -> new Executor(
                        Map.of(),
                        new Noting(),
                        (d, done) -> h.submit(envelope(d.subject(), MerchantId.INSTALLATION, done)),
                        () -> NOW),
                1_000,
                reasoner,
                () -> NOW)) {
            set(host, "thinking.mode", "on");
            set(host, "thinking.grace_s", "0");
            for (Action action : Action.values()) {
                set(host, "autonomy." + action.wire(), "act");
            }
            for (int i = 0; i < PARCELS; i++) {
                trouble(host, "g" + i, text);
            }
        }
        return sent;
    }

    private final class Noting implements Channel {
        @Override
        public String name() {
            return "noting";
        }

        @Override
        public boolean deduplicates() {
            return true;
        }

        @Override
        public Result send(Dispatch dispatch) {
            sent.add(dispatch.action());
            return Result.DONE;
        }
    }

    private void set(InlineHost host, String key, String value) {
        host.submit(envelope(Subjects.SYSTEM, MerchantId.INSTALLATION, new ConfigurationChanged(key, value, "test")));
    }

    private void trouble(InlineHost host, String guide, String text) {
        Carrier carrier = new Carrier(text.substring(0, Math.min(LONGEST_CODE, text.length())));
        CityCode city = CityCode.raw(text);
        ParcelFacts facts = new ParcelFacts(
                SOMEBODY,
                city,
                city,
                carrier,
                true,
                150_000,
                14_000,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                1,
                text,
                text,
                null);
        host.submit(envelope("test", MERCHANT, new GuideCreated(guide, "", facts)));
        host.submit(envelope(
                "test", MERCHANT, new TrackingUpdated(guide, carrier, text, ShipmentState.OUT_FOR_DELIVERY, city)));
        host.submit(envelope("test", MERCHANT, new CustomerInquiry(SOMEBODY, guide, text)));
        host.submit(envelope(
                "test", MERCHANT, new IssueReported(guide, carrier, text, IssueReason.RECIPIENT_UNAVAILABLE, 1)));
        host.submit(envelope("test", MERCHANT, new CustomerReplied(SOMEBODY, guide, text)));
    }

    private Envelope envelope(String subject, MerchantId merchant, Event event) {
        return new Envelope(
                "e" + count++,
                "/test",
                merchant,
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
}
