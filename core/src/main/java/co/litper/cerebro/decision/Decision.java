package co.litper.cerebro.decision;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.world.Hash64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision and its complete receipt. Its id is the log position of the event that asked for it (of a tick several may
 * ask: the ordinal tells them apart), so that {@code why} is a lookup.
 *
 * @param id position × {@link #PER_POSITION} + ordinal
 * @param key the home key of the parcel
 * @param atMs epoch milliseconds, by the clock that the log records
 * @param observed true if decided in observe mode, where effects are impossible
 * @param first true if the shipment teaches from it on: the first about its parcel for which it is known who carries it, or
 *     which does not ask
 * @param issue the novedad that it is about, or null
 * @param stage where that novedad stood, or null if it is about none or an old release decided
 * @param snapshot version of the snapshot that decided
 * @param context what was known of the shipment, as the feature package writes it
 * @param features the feature row as known then, as the feature package writes it
 * @param forecast what the models said
 * @param reasons what swayed them most, strongest first
 * @param choices one answer a question
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Decision(
        long id,
        long key,
        long atMs,
        boolean observed,
        boolean first,
        @Nullable IssueReason issue,
        @Nullable IssueStage stage,
        long snapshot,
        byte[] context,
        byte[] features,
        Forecast forecast,
        List<Reason> reasons,
        List<Choice> choices)
        implements Fact {

    /** Decisions that one log position can hold; a tick serves at most this many parcels. */
    public static final int PER_POSITION = 1024;

    private static final int SAMPLE = 8;

    public Decision {
        reasons = List.copyOf(reasons);
        choices = List.copyOf(choices);
    }

    /**
     * True if learners take this decision in once it is settled: the first about a parcel, any about a novedad, any that
     * acted, and one in {@link #SAMPLE} of the rest, which are many and much alike.
     */
    public boolean teaches() {
        return first || issue != null || Long.remainderUnsigned(Hash64.mix(id), SAMPLE) == 0 || acted();
    }

    /**
     * True if the reasoner's advice was weighed and not followed: the earlier decision stands, and nothing is done because of
     * this one.
     */
    public boolean keepsStanding() {
        for (Choice choice : choices) {
            if (choice.isReconsidered() && choice.winner().agent() != AgentName.REASONER) {
                return true;
            }
        }
        return false;
    }

    private boolean acted() {
        for (Choice choice : choices) {
            if (choice.winner().action() != Action.NONE) {
                return true;
            }
        }
        return false;
    }

    /** The id of the {@code ordinal}-th decision at {@code position}. */
    public static long idOf(long position, int ordinal) {
        return Math.addExact(Math.multiplyExact(position, PER_POSITION), ordinal);
    }

    /** The log position at which a decision stands. */
    public static long positionOf(long decisionId) {
        return decisionId / PER_POSITION;
    }

    /** As people see it: {@code D} and the position, a dot and the ordinal if there are several: {@code D1042}, {@code D77.3}. */
    public static String label(long decisionId) {
        long ordinal = decisionId % PER_POSITION;
        return "D" + positionOf(decisionId) + (ordinal == 0 ? "" : "." + ordinal);
    }
}
