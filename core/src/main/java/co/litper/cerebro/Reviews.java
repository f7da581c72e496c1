package co.litper.cerebro;

import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.logistics.ParcelState;
import java.time.Duration;

/** When a parcel about which nothing is heard is looked at again: the alarm steps that people use, then every five days. */
final class Reviews {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long[] STEPS = {24 * HOUR, 48 * HOUR, 72 * HOUR, 120 * HOUR};
    private static final long LATER = 120 * HOUR;

    /** After this long without a word a parcel is left to its outcome window. */
    private static final long LAST = 30 * 24 * HOUR;

    private Reviews() {}

    /** Epoch milliseconds of the next look after {@code nowMs}, or {@link StateRow#NEVER}. */
    static long next(ParcelState parcel, long nowMs) {
        long moved = parcel.movedAtMs();
        if (parcel.state().isEnd() || parcel.isHistorical() || moved == ParcelState.NO_TIME) {
            return StateRow.NEVER;
        }
        for (long step : STEPS) {
            if (moved + step > nowMs) {
                return moved + step;
            }
        }
        long next = nowMs + LATER;
        return next - moved > LAST ? StateRow.NEVER : next;
    }
}
