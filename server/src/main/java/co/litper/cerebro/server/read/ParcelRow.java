package co.litper.cerebro.server.read;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateCodec;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the read tables keep of one home, taken from the state while it stands still.
 *
 * @param state where the shipment stands, with its facts; shared with {@code bytes}' home, not to be changed
 * @param dueMs until when a person must act, or {@link ParcelState#NO_TIME}
 * @param waiting effects that wait for a yes, calls that wait for somebody to make them, and effects whose fate is unknown
 * @param bytes the home
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record ParcelRow(
        long key,
        String merchant,
        ParcelState state,
        long dueMs,
        long riskCop,
        boolean assumed,
        boolean late,
        long lastDecision,
        List<EffectState> waiting,
        byte[] bytes) {

    /** The row of {@code home}, of which a copy is taken. */
    static ParcelRow of(long key, Home home, Economics economics, AnswerDeadlines deadlines) {
        byte[] bytes = StateCodec.bytes(home);
        Home copy = StateCodec.home(bytes);
        ParcelState parcel = copy.parcel();
        ParcelFacts facts = parcel.facts();
        return new ParcelRow(
                key,
                copy.merchant().value(),
                parcel,
                dueMs(parcel, deadlines),
                economics.stakeCop(facts),
                facts.costCop() == ParcelFacts.UNTOLD || facts.returnFreightCop() == ParcelFacts.UNTOLD,
                parcel.state() == ShipmentState.DELIVERED && parcel.isLate(parcel.endedAtMs()),
                copy.lastDecision(),
                copy.outbox().all().stream()
                        .filter(e -> waits(e) || isCall(e) || e.status() == EffectStatus.UNKNOWN)
                        .toList(),
                bytes);
    }

    private static boolean waits(EffectState effect) {
        return effect.waitsForApproval() && effect.status() == EffectStatus.PLANNED;
    }

    /** True for a call that may be made without anybody's yes. */
    static boolean isCall(EffectState effect) {
        return effect.plan().action() == Action.CALL_CUSTOMER
                && effect.status() == EffectStatus.PLANNED
                && !effect.waitsForApproval();
    }

    private static long dueMs(ParcelState parcel, AnswerDeadlines deadlines) {
        if (parcel.hasOpenIssue() && parcel.issueAtMs() != ParcelState.NO_TIME) {
            return deadlines
                    .answerBy(parcel.carrier(), Instant.ofEpochMilli(parcel.issueAtMs()))
                    .toEpochMilli();
        }
        if (parcel.state() == ShipmentState.IN_OFFICE && parcel.movedAtMs() != ParcelState.NO_TIME) {
            return deadlines
                    .fetchBy(parcel.carrier(), Instant.ofEpochMilli(parcel.movedAtMs()))
                    .toEpochMilli();
        }
        return ParcelState.NO_TIME;
    }

    /** True if a novedad waits, and it is known since when. */
    boolean isOpen() {
        return state.hasOpenIssue() && state.issueAtMs() != ParcelState.NO_TIME;
    }

    /** The last novedad's reason; one that was told only to be past counts as other. */
    @Nullable
    IssueReason issue() {
        return state.issue() != null ? state.issue() : state.issues() > 0 ? IssueReason.OTHER : null;
    }

    /** The flags as {@link ParcelColumns} reads them. */
    int flags() {
        return (state.facts().cod() ? ParcelColumns.COD : 0)
                | (late ? ParcelColumns.LATE : 0)
                | (state.isHistorical() ? ParcelColumns.HISTORICAL : 0)
                | (assumed ? ParcelColumns.ASSUMED : 0)
                | (state.facts().promisedAt() != null ? ParcelColumns.PROMISED : 0);
    }

    /** When it ended, or {@link ParcelState#NO_TIME}; also of one that ended and was told to be under way again. */
    long endedMs() {
        return state.state().isEnd() ? state.endedAtMs() : ParcelState.NO_TIME;
    }

    /** Epoch milliseconds of the promise, or {@link ParcelState#NO_TIME}. */
    long promisedMs() {
        Instant promised = state.facts().promisedAt();
        return promised == null ? ParcelState.NO_TIME : promised.toEpochMilli();
    }
}
