package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.model.DeliveryLearner;
import co.litper.cerebro.model.DeliveryOutcome;
import co.litper.cerebro.model.DeliveryOutcome.Ending;
import co.litper.cerebro.model.Known;
import co.litper.cerebro.policy.CounselTable;
import co.litper.cerebro.policy.RescueLearner;
import co.litper.cerebro.policy.RescueStep;
import co.litper.cerebro.policy.TellingTable;
import co.litper.cerebro.think.Learned;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts in, in the order of the log, and makes snapshots of what they teach. A function of the facts: equal facts give
 * equal bytes. Owned by one thread.
 *
 * <p>No decision teaches before its outcome is known: a window that closed in silence is counted by nobody.
 */
public final class Learner {
    private static final int WIRE_VERSION = 6;

    /** The last version that does not tell how many facts of its last entry were taken in: all, one must believe. */
    private static final int WITHOUT_TAKEN = 5;

    /** The last version without what slow thinking is worth. */
    private static final int WITHOUT_COUNSEL = 4;

    /**
     * Snapshots up to this version are learned again from the log: they held shipments by a key from which no decision can be
     * found, or knew novedades by a table of rates.
     */
    private static final int RELEARNED = 3;

    /**
     * What a later decision about a shipment weighs against its opening: there are ten of them, much alike, and what they show
     * best, how far the parcel is, must not drown what is to be known when its carrier is chosen.
     */
    private static final double LATER_WEIGHT = 0.1;

    private static final long MS_PER_DAY = 86_400_000L;

    /** Lessons between snapshots: a share of what is known, within these bounds, so that a cold brain warms up quickly. */
    private static final long LEAST_LESSONS = 64;

    private static final long MOST_LESSONS = 2_000;
    private static final long SHARE = 16;

    /** Lessons after which a snapshot is kept in the store; those between can be learned again from the log. */
    private static final long LESSONS_PER_STORED = 10_000;

    private final DeliveryLearner deliveries;
    private final RescueLearner rescues;
    private final TellingTable telling;
    private final AutonomyLearner autonomy;
    private final CounselTable counsel;
    private long version;
    private long lessons;
    private long sincePublished;
    private long sinceStored = LESSONS_PER_STORED;
    private long learnedThrough;
    /** Facts taken in of the entry at {@link #learnedThrough}. */
    private long taken;
    /** Of these, what is met again after a restart, since an entry can only be read whole. */
    private long again;

    private Learner(
            DeliveryLearner deliveries,
            RescueLearner rescues,
            TellingTable telling,
            AutonomyLearner autonomy,
            CounselTable counsel) {
        this.deliveries = deliveries;
        this.rescues = rescues;
        this.telling = telling;
        this.autonomy = autonomy;
        this.counsel = counsel;
    }

    /** A learner without experience. */
    public static Learner cold() {
        return new Learner(
                new DeliveryLearner(Priors.DEFAULT),
                new RescueLearner(),
                new TellingTable(),
                new AutonomyLearner(),
                new CounselTable());
    }

    /**
     * The learner as it was when it wrote {@code bytes}; one without experience, to be taught again from the log's
     * beginning, if an old release wrote them.
     */
    public static Learner restore(byte[] bytes) {
        WireReader in = new WireReader(bytes);
        int wire = in.octet();
        if (wire <= RELEARNED) {
            return cold();
        }
        if (wire != WITHOUT_COUNSEL && wire != WITHOUT_TAKEN) {
            WireVersions.require("learner", wire, WIRE_VERSION);
        }
        long version = in.varint();
        long learnedThrough = in.varint();
        long taken = wire <= WITHOUT_TAKEN ? Long.MAX_VALUE : in.varint();
        long lessons = in.varint();
        RescueLearner rescues = RescueLearner.read(in);
        TellingTable telling = TellingTable.read(in);
        AutonomyLearner autonomy = AutonomyLearner.fromBytes(in.bytes());
        CounselTable counsel = wire == WITHOUT_COUNSEL ? new CounselTable() : CounselTable.read(in);
        Learner learner =
                new Learner(DeliveryLearner.fromBytes(in.bytes(), Priors.DEFAULT), rescues, telling, autonomy, counsel);
        learner.version = version;
        learner.learnedThrough = learnedThrough;
        learner.taken = taken;
        learner.again = taken;
        learner.lessons = lessons;
        learner.sinceStored = 0;
        return learner;
    }

    /** True if a fact teaches something. */
    public static boolean wants(Fact fact) {
        return switch (fact) {
            case Decision d -> d.teaches();
            case HandedOver h -> true;
            case Settled s -> s.teaches() && s.complete();
            case PlannedEffect p -> false;
            case Considered c -> c.asked();
        };
    }

    /**
     * Takes a fact in that stands at {@code position}. A learner that was restored is to be given the entry at
     * {@link #learnedThrough} again, and what follows: it knows which facts of that one it has.
     *
     * @param bases finds the basis of a decision by its id
     */
    public void learn(long position, Fact fact, LongFunction<Optional<Basis>> bases) {
        if (position != learnedThrough) {
            learnedThrough = position;
            taken = 0;
            again = 0;
        }
        if (again > 0) {
            again--;
            return;
        }
        taken++;
        take(fact, bases);
    }

    private void take(Fact fact, LongFunction<Optional<Basis>> bases) {
        switch (fact) {
            case Decision d -> {
                if (d.first()) {
                    opened(d, bases);
                }
                IssueStage stage = d.stage();
                if (stage != null && !d.observed() && !d.keepsStanding()) {
                    followed(rescues.decided(d.key(), d.id(), stage, meant(d)));
                }
                differed(d);
            }
            case HandedOver h ->
                bases.apply(h.decisionId())
                        .ifPresent(basis ->
                                deliveries.handedOver(basis.known().context(), Instant.ofEpochMilli(h.atMs())));
            case Settled s -> bases.apply(s.decisionId()).ifPresent(basis -> settled(basis, s));
            case PlannedEffect p -> {}
            case Considered c -> counsel.asked(c.reason());
        }
    }

    private static RescueLearner.Meant meant(Decision d) {
        for (Choice choice : d.choices()) {
            if (choice.question() == Question.ISSUE) {
                return new RescueLearner.Meant(choice.winner().action(), choice.autonomy());
            }
        }
        return RescueLearner.Meant.NOTHING;
    }

    private void followed(@Nullable RescueStep step) {
        if (step != null) {
            autonomy.followed(step);
        }
    }

    private void differed(Decision d) {
        IssueStage stage = d.stage();
        if (stage != null && d.choices().stream().anyMatch(Choice::isReconsidered)) {
            counsel.differed(stage.reason());
        }
    }

    private void opened(Decision d, LongFunction<Optional<Basis>> bases) {
        if (!d.observed()) {
            deliveries.advance(
                    Instant.ofEpochMilli(d.atMs()), id -> bases.apply(id).map(Basis::known));
        }
        Known known = Basis.of(d).known();
        deliveries.opened(d.id(), known.row(), known.context());
    }

    private void settled(Basis basis, Settled s) {
        Ending ending = switch (s.outcome()) {
            case DELIVERY_SUCCESS, ISSUE_RESOLVED, DELAY_OCCURRED, DELAY_PREVENTED, CUSTOMER_HAPPY -> Ending.DELIVERED;
            case ISSUE_UNRESOLVED -> Ending.RETURNED;
            case CUSTOMER_LOST, UNKNOWN -> Ending.CANCELLED;
        };
        Instant at = Instant.ofEpochMilli(basis.atMs() + Math.round((double) s.days() * MS_PER_DAY));
        double weight = basis.first() ? 1 : LATER_WEIGHT;
        DeliveryOutcome outcome = new DeliveryOutcome(at, ending, s.late(), s.hadIssue(), weight);
        Known known = basis.known();
        if (basis.first()) {
            deliveries.ended(s.decisionId(), known.row(), known.context(), outcome);
        } else {
            deliveries.learn(known.row(), known.context(), outcome);
        }
        if (ending != Ending.CANCELLED) {
            boolean delivered = ending == Ending.DELIVERED;
            followed(rescues.ended(s.homeKey(), s.decisionId(), s.carriedOut(), delivered, s.late()));
            autonomy.settled(basis, s, delivered);
            double worth = (delivered ? 1 : 0) - (s.late() ? TellingTable.LATE : 0);
            Advice advice = basis.advice();
            if (advice != null) {
                counsel.observe(advice.reason(), advice.followed(), advice.propensity(), worth - advice.expected());
            }
            Telling told = basis.telling();
            if (told != null && told.isAsMeant(s.carriedOut())) {
                double value = worth - told.expected();
                telling.observe(known.context().state(), known.context().cod(), told.told(), told.propensity(), value);
            }
        }
        lessons++;
        sincePublished++;
        sinceStored++;
    }

    /** Numbers the next snapshot above {@code published}: what was published before a restart may not have been kept. */
    public void numberAbove(long published) {
        version = Math.max(version, published);
    }

    /** True if enough was learned since the last snapshot. */
    public boolean wantsToPublish() {
        return sincePublished >= Math.clamp(lessons / SHARE, LEAST_LESSONS, MOST_LESSONS);
    }

    /** True if something was learned since the last snapshot. */
    public boolean hasNews() {
        return sincePublished > 0;
    }

    /** Lets the next snapshot be kept. False if nothing was learned since the last one kept. */
    public boolean keepNext() {
        boolean news = lessons > 0 && sinceStored > 0;
        sinceStored = LESSONS_PER_STORED;
        return news;
    }

    /** Log position of the last fact taken in. */
    public long learnedThrough() {
        return learnedThrough;
    }

    /** What each action has earned, and why. */
    public AutonomyReport autonomy() {
        return autonomy.report();
    }

    /** What is known now, under the version published last. */
    public BrainSnapshot current() {
        return new BrainSnapshot(
                version,
                deliveries.snapshot(),
                new Learned(rescues.policy(), telling.copy(), autonomy.levels(), counsel.copy()));
    }

    /**
     * A snapshot.
     *
     * @param bytes to be kept under its version, or empty if this one need not be kept
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
    public record Published(BrainSnapshot snapshot, byte[] bytes) {}

    /** Makes the next snapshot. */
    public Published publish() {
        version++;
        sincePublished = 0;
        BrainSnapshot snapshot = current();
        byte[] bytes = {};
        if (sinceStored >= LESSONS_PER_STORED) {
            sinceStored = 0;
            bytes = toBytes();
        }
        return new Published(snapshot, bytes);
    }

    private byte[] toBytes() {
        WireWriter out = new WireWriter();
        out.octet(WIRE_VERSION)
                .varint(version)
                .varint(learnedThrough)
                .varint(taken)
                .varint(lessons);
        rescues.write(out);
        telling.write(out);
        out.bytes(autonomy.toBytes());
        counsel.write(out);
        return out.bytes(deliveries.toBytes()).toBytes();
    }
}
