package co.litper.cerebro.loop;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.Home;
import co.litper.cerebro.Keys;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.InlineHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.StateStore;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A loop in memory with a clock of its own, a channel that notes what leaves, and short words for what happens. */
final class World implements AutoCloseable {
    static final MerchantId MERCHANT = new MerchantId("m");
    static final PersonRef ANA = new PersonRef("0123456789abcdef0123456789abcdef");
    private static final CityCode CALI = new CityCode("76001");

    final EventLog log = new InMemoryEventLog();
    final StateStore states = new InMemoryStateStore();
    final List<Dispatch> sent = new ArrayList<>();
    final InlineHost host;
    /** What becomes of whatever leaves. */
    Channel.Result fate = Channel.Result.DONE;

    Instant now = Instant.parse("2026-03-02T15:00:00Z");
    private int count;

    World(LongUnaryOperator contactWindow) {
        this(contactWindow, null);
    }

    /** A loop in which decisions can be thought about. */
    static World thinking(Reasoner reasoner) {
        return new World(ms -> ms, reasoner);
    }

    private World(LongUnaryOperator contactWindow, @Nullable Reasoner reasoner) {
        host = host(states, contactWindow, reasoner);
    }

    World() {
        this(ms -> ms);
    }

    private InlineHost host(StateStore store, LongUnaryOperator contactWindow, @Nullable Reasoner reasoner) {
        LearnerThread learner = new LearnerThread(Learner.cold(), log, () -> now, MerchantId.INSTALLATION);
        return new InlineHost(
                log,
                store,
                new EnvelopeCodec(),
                state -> new Brain(
                        state,
                        new DecisionMaker(AgentRegistry.standard()),
                        new EffectPlanner(contactWindow),
                        new Senses(),
                        learner::snapshot,
                        7),
                learner,
                h -> new Executor(
                        Map.of(),
                        new Recorder(),
                        (dispatch, executed) -> h.submit(own("effect", dispatch.subject(), executed)),
                        () -> now),
                10_000,
                reasoner,
                () -> now);
    }

    private final class Recorder implements Channel {
        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public boolean deduplicates() {
            return true;
        }

        @Override
        public Result send(Dispatch dispatch) {
            sent.add(dispatch);
            return fate;
        }
    }

    /** Everything that reaches the world may act by itself, and chance has no say. */
    World letAct() {
        for (Action action : Action.values()) {
            set("autonomy." + action.wire(), "act");
        }
        return set("exploration.rate", "0");
    }

    World set(String key, String value) {
        host.submit(own("set", Subjects.SYSTEM, new ConfigurationChanged(key, value, "test")));
        return this;
    }

    World pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    Answer tick() {
        return host.submit(own("tick", Subjects.SYSTEM, new Tick(now)));
    }

    Answer own(long homeKey, Event event) {
        return host.submit(own("own", Subjects.home(homeKey), event));
    }

    private Envelope own(String word, String subject, Event event) {
        return envelope(word + "-" + count++, MerchantId.INSTALLATION, subject, now, Standing.LIVE, event);
    }

    /** A new event that happens now. */
    Answer live(Event event) {
        return at("e" + count++, now, Standing.LIVE, event);
    }

    Answer at(String id, Instant at, Standing standing, Event event) {
        return host.submit(envelope(id, MERCHANT, "test", at, standing, event));
    }

    private Envelope envelope(
            String id, MerchantId merchant, String subject, Instant at, Standing standing, Event event) {
        return new Envelope(
                id,
                "/test",
                merchant,
                subject,
                at,
                TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.NORMAL,
                standing,
                false,
                0,
                event);
    }

    static GuideCreated guide(String guide, String order, PersonRef customer) {
        return new GuideCreated(guide, order, facts(customer));
    }

    /** One of many customers. */
    static PersonRef person(int number) {
        return new PersonRef(HexFormat.of().toHexDigits(0L) + HexFormat.of().toHexDigits((long) number));
    }

    static ParcelFacts facts(PersonRef customer) {
        return new ParcelFacts(
                customer,
                new CityCode("11001"),
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

    static TrackingUpdated scan(String guide, ShipmentState state) {
        return new TrackingUpdated(guide, Carrier.TCC, state.name(), state, CALI);
    }

    static IssueReported issue(String guide, IssueReason reason) {
        return new IssueReported(guide, Carrier.TCC, reason.name(), reason, 1);
    }

    static long guideKey(String guide) {
        return Keys.guide(MERCHANT, guide);
    }

    Home home(String guide) {
        return host.brain().state().home(guideKey(guide)).orElseThrow();
    }

    /** Everything that reaches the world may act by itself, chance has no say, and of all that can be done only {@code action} may leave. */
    World letOnly(Action action) {
        letAct();
        for (Action other : Action.values()) {
            if (other != action && other != Action.NONE) {
                set("pause." + other.wire(), "true");
            }
        }
        return this;
    }

    List<Action> actionsSent() {
        return sent.stream().map(Dispatch::action).toList();
    }

    /** Closes the loop and folds its log again: the rows of both. */
    List<List<String>> rowsAndRebuilt() {
        close();
        StateStore rebuilt = new InMemoryStateStore();
        host(rebuilt, ms -> ms, null).close();
        return List.of(Rows.of(states), Rows.of(rebuilt));
    }

    @Override
    public void close() {
        host.close();
    }
}
