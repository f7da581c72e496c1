package co.litper.cerebro.simulator.player;

import co.litper.cerebro.Brain;
import co.litper.cerebro.EffectPlanner;
import co.litper.cerebro.Keys;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.act.Executor;
import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.host.InlineHost;
import co.litper.cerebro.host.LearnerThread;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.ContactRules;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.sense.Senses;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.think.DecisionMaker;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The product itself, whole and in memory: events go through its loop, effects through its outbox and contact rules, and
 * what came of them teaches it. It knows the world as an installation would, by events alone.
 */
final class CerebroPlayer implements Player {
    /** Keys in memory; at some 2 kB each a tenth of a gigabyte. */
    private static final int MOST_CACHED = 60_000;

    private final Desk desk;
    private final Parcels parcels;
    private final InlineHost host;
    private Instant now = Instant.EPOCH;
    private long count;
    private @Nullable Map<String, String> settings;
    private final Optional<Approver> approver;

    /**
     * @param settings configuration by key, such as {@code autonomy.redeliver = act}
     * @param receipts is shown what the log takes in, before any effect leaves
     * @param chooser draws the winners among bids
     * @param learnsBeside true to learn in a thread of its own
     * @param reasoner thinks slowly, if anybody does
     */
    CerebroPlayer(
            Desk desk,
            HolidayCalendar holidays,
            long seed,
            Map<String, String> settings,
            ReceiptWatcher receipts,
            Chooser chooser,
            boolean learnsBeside,
            Optional<Reasoner> reasoner) {
        this.desk = desk;
        this.parcels = new Parcels();
        ContactRules rules = ContactRules.standard(holidays);
        LongUnaryOperator window =
                ms -> rules.nextWindow(Instant.ofEpochMilli(ms)).toEpochMilli();
        boolean asksPeople = settings.entrySet().stream().anyMatch(CerebroPlayer::mayAskPeople);
        Optional<Approver> approver = asksPeople ? Optional.of(new Approver(rules)) : Optional.empty();
        this.approver = approver;
        EventLog log = new RecentEventLog(() -> now, entries -> {
            receipts.recorded(now, entries, parcels);
            approver.ifPresent(a -> a.recorded(now, entries));
        });
        LearnerThread learner = new LearnerThread(Learner.cold(), log, () -> now, MerchantId.INSTALLATION);
        this.host = new InlineHost(
                log,
                new RecentStateStore(() -> now),
                new EnvelopeCodec(),
                state -> new Brain(
                        state,
                        new DecisionMaker(AgentRegistry.standard(), chooser),
                        new EffectPlanner(window),
                        new Senses(AnswerDeadlines.standard(holidays)),
                        learner::snapshot,
                        seed),
                learner,
                inline ->
                        new Executor(Map.of(), new ToDesk(), (effect, done) -> report(inline, effect, done), () -> now),
                MOST_CACHED,
                reasoner.orElse(null),
                () -> now);
        if (learnsBeside) {
            host.learningBeside();
        }
        this.settings = Map.copyOf(settings);
    }

    @Override
    public void meet(Envelope e) {
        now = e.recordedAt();
        configure();
        switch (e.event()) {
            case OrderCreated o -> parcels.ordered(Keys.order(e.merchant(), o.orderId()), o.orderId());
            case GuideCreated g -> parcels.guided(Keys.order(e.merchant(), g.orderId()), g.guideNumber());
            default -> {}
        }
        approver.ifPresent(a -> a.answers(now).forEach(answer -> host.submit(own(answer.subject(), answer.yes()))));
        host.submit(e);
    }

    private static boolean mayAskPeople(Map.Entry<String, String> setting) {
        return setting.getKey().startsWith("autonomy.") && !setting.getValue().equals("act");
    }

    /** The settings stand first in the log. */
    private void configure() {
        Map<String, String> first = settings;
        settings = null;
        if (first != null) {
            first.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(s -> host.submit(
                            own(Subjects.SYSTEM, new ConfigurationChanged(s.getKey(), s.getValue(), "simulation"))));
        }
    }

    private void report(InlineHost inline, Dispatch effect, Event executed) {
        inline.submit(own(effect.subject(), executed));
    }

    private Envelope own(String subject, Event event) {
        return Envelope.own("own-" + count++, "/simulation", MerchantId.INSTALLATION, subject, now, event);
    }

    /** The channel of every action. */
    private final class ToDesk implements Channel {
        @Override
        public String name() {
            return "world";
        }

        @Override
        public boolean deduplicates() {
            return true;
        }

        @Override
        public Result send(Dispatch effect) {
            return desk.take(effect);
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
