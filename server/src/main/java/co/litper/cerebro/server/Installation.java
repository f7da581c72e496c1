package co.litper.cerebro.server;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.adapters.channel.PeopleChannel;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.host.EmbeddedHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.host.SlowThinking;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/**
 * A data folder with a running loop. One process at a time may open a folder so; {@link Reading} reads beside it.
 *
 * <p>Thread-safe.
 */
public final class Installation implements AutoCloseable {
    /** Keys kept in memory: about 600 bytes each. */
    private static final int MAX_CACHED_KEYS = 400_000;

    private final SqliteStore store;
    private final EmbeddedHost host;
    private final Clock clock;
    private final List<Channel> channels;

    /**
     * What an installation is opened with.
     *
     * @param folder the data folder, made if need be
     * @param channels which channel carries which action
     * @param fallback the channel of every other action
     * @param contactWindow first epoch millisecond from a given one at which customers may be contacted
     * @param deadlines by when novedades must be answered
     * @param seed the seed of exploration
     * @param reasoner opens over the log who thinks slowly; empty if nobody does
     */
    public record Setup(
            Path folder,
            SqliteStore.Options storeOptions,
            Clock clock,
            Map<Action, Channel> channels,
            Channel fallback,
            LongUnaryOperator contactWindow,
            AnswerDeadlines deadlines,
            long seed,
            Optional<Function<EventLog, Reasoner>> reasoner) {

        /** This with every effect going out by {@code channel}. */
        public Setup withChannel(Channel channel) {
            return new Setup(folder, storeOptions, clock, Map.of(), channel, contactWindow, deadlines, seed, reasoner);
        }

        /** This with somebody who thinks slowly. */
        public Setup withReasoner(Optional<Function<EventLog, Reasoner>> thinks) {
            return new Setup(folder, storeOptions, clock, channels, fallback, contactWindow, deadlines, seed, thinks);
        }

        /** A set-up in which nobody thinks slowly. */
        public Setup(
                Path folder,
                SqliteStore.Options storeOptions,
                Clock clock,
                Map<Action, Channel> channels,
                Channel fallback,
                LongUnaryOperator contactWindow,
                AnswerDeadlines deadlines,
                long seed) {
            this(folder, storeOptions, clock, channels, fallback, contactWindow, deadlines, seed, Optional.empty());
        }

        /** This with {@code connections} between the store and its disk. */
        public Setup withConnections(SqliteStore.ConnectionWrapper connections) {
            return new Setup(
                    folder,
                    storeOptions.withWrapper(connections),
                    clock,
                    channels,
                    fallback,
                    contactWindow,
                    deadlines,
                    seed,
                    reasoner);
        }
    }

    private Installation(SqliteStore store, EmbeddedHost host, Setup setup) {
        this.store = store;
        this.host = host;
        this.clock = setup.clock();
        this.channels = Stream.concat(setup.channels().values().stream(), Stream.of(setup.fallback()))
                .distinct()
                .toList();
    }

    /**
     * Opens the folder and starts the loop.
     *
     * @throws co.litper.cerebro.log.StoreException if the folder is locked, damaged, or cannot be written
     */
    public static Installation open(Setup setup) {
        SqliteStore store = SqliteStore.open(setup.folder(), setup.storeOptions());
        try {
            people(setup).forEach(channel -> channel.reachBy(store.vault()));
            return new Installation(store, host(setup, store.log(), store.states()), setup);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Stream<PeopleChannel> people(Setup setup) {
        return Stream.concat(setup.channels().values().stream(), Stream.of(setup.fallback()))
                .filter(PeopleChannel.class::isInstance)
                .map(PeopleChannel.class::cast);
    }

    private static EmbeddedHost host(Setup setup, EventLog log, StateStore states) {
        EnvelopeCodec codec = new EnvelopeCodec();
        Learner learner = log.newestSnapshot() == 0
                ? Learner.cold()
                : Learner.restore(log.snapshot(log.newestSnapshot()).orElseThrow());
        LearnerThread learning = new LearnerThread(learner, log, setup.clock(), MerchantId.INSTALLATION);
        return new EmbeddedHost(new EmbeddedHost.Parts(
                log,
                states,
                codec,
                brains(setup, learning),
                learning,
                host -> new Executor(
                        setup.channels(), setup.fallback(), new Reports(host, setup.clock()), setup.clock()),
                MAX_CACHED_KEYS,
                setup.reasoner().map(open -> thinking(open, log, setup.clock())).orElse(null)));
    }

    private static Function<EmbeddedHost, SlowThinking> thinking(
            Function<EventLog, Reasoner> open, EventLog log, Clock clock) {
        return host -> SlowThinking.start(open.apply(log), clock, e -> host.offer(e) != null);
    }

    private static Function<ShardState, Brain> brains(Setup setup, LearnerThread learning) {
        return state -> new Brain(
                state,
                new DecisionMaker(AgentRegistry.standard()),
                new EffectPlanner(setup.contactWindow()),
                new Senses(setup.deadlines()),
                learning::snapshot,
                setup.seed());
    }

    /** The loop. */
    public EmbeddedHost host() {
        return host;
    }

    /** The folder's stores. */
    public SqliteStore store() {
        return store;
    }

    /** Lets the clock be known to the loop, so that what is due is attended to. Returns when that is durable. */
    public void tick() throws InterruptedException, ExecutionException {
        Instant now = clock.now();
        submitOwn("tick-" + now.toEpochMilli(), Subjects.SYSTEM, new Tick(now)).get();
    }

    /** Waits until everything answered so far has been learned from, and what was learned is on its way into the log. */
    public void awaitLearned() throws InterruptedException {
        host.awaitLearned();
    }

    /** Appends an event of the installation itself. */
    public CompletableFuture<Answer> submitOwn(String id, String subject, Event event) throws InterruptedException {
        return host.submit(own(id, subject, event, MerchantId.INSTALLATION, clock.now()));
    }

    private static Envelope own(String id, String subject, Event event, MerchantId merchant, Instant now) {
        return Envelope.own(id, "/cerebro/host", merchant, subject, now, event);
    }

    /** Finishes what was taken in, checkpoints, and lets go of the folder. */
    @Override
    public void close() {
        host.close();
        try {
            channels.forEach(Channel::close);
        } finally {
            store.close();
        }
    }

    /** Takes the fate of effects into the log. */
    private record Reports(EmbeddedHost host, Clock clock) implements Executor.Reporter {
        @Override
        public void report(Dispatch dispatch, ActionExecuted executed) throws InterruptedException {
            String id = "effect-" + executed.effectId() + "-" + executed.status();
            try {
                host.submit(own(id, dispatch.subject(), executed, dispatch.merchant(), clock.now()))
                        .get();
            } catch (ExecutionException e) {
                // The store refused; the effect stays open in its outbox and is looked at again after a restart.
                throw new IllegalStateException("the fate of effect " + executed.effectId() + " was not recorded", e);
            }
        }
    }
}
