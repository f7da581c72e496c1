package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Hash64;

/**
 * How merchants are dealt to shards, and which positions the journal of each shard has.
 *
 * <p>A shard holds whole merchants: order, guide and customer keys are a merchant's own, so no event needs to be sent on to
 * find its parcel. Positions of different shards differ, so that the ids of decisions and effects, which are made of
 * positions, are unique in the cluster. Pure.
 */
public final class Shards {
    /** Partitions at the most: what is left of 63 bits of an effect's id after position, decision and choice. */
    public static final int MOST = 1 << 10;

    /** Positions that one shard can give: a trillion, thirty years at a thousand events a second. */
    static final int POSITION_BITS = 40;

    /** Changing it sends merchants to other shards than those that know them. */
    private static final long SEED = 0x636C7573746572L;

    private Shards() {}

    /** The shard of a merchant among {@code count}, from 0. */
    public static int of(MerchantId merchant, int count) {
        return (int) Long.remainderUnsigned(Hash64.of(SEED, merchant.value()), count);
    }

    /** The position of the first entry in a shard's journal; of shard 0 as of any log. */
    public static long firstPosition(int shard) {
        if (shard < 0 || shard >= MOST) {
            throw new IllegalArgumentException("shard must be 0 to " + (MOST - 1) + ", is " + shard);
        }
        return EventLog.FIRST + ((long) shard << POSITION_BITS);
    }

    /** The shard in whose journal a position lies. */
    public static int ofPosition(long position) {
        return (int) (position >>> POSITION_BITS);
    }

    /** The shard that planned an effect. */
    public static int ofEffect(long effectId) {
        return ofPosition(Decision.positionOf(PlannedEffect.decisionOf(effectId)));
    }
}
