package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.LearningEvent;
import co.litper.cerebro.event.LifecycleEvent;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.event.SystemEvent;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

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

    private Shards() {}

    /**
     * The shard of a merchant among {@code count}, from 0: the partition that Kafka's own partitioner gives to a record whose
     * key is the merchant, so that any client may write events.
     */
    public static int of(MerchantId merchant, int count) {
        byte[] key = key(merchant);
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }

    /** The key of a merchant's records. */
    static byte[] key(MerchantId merchant) {
        return merchant.value().getBytes(StandardCharsets.UTF_8);
    }

    /** True if every shard must meet an event, since it tells what all merchants share. */
    public static boolean concernsAll(Envelope e) {
        return switch (e.event()) {
            case SystemEvent.Tick t -> true;
            case SystemEvent.SnapshotPublished p -> true;
            case SystemEvent.ConfigurationChanged c -> true;
            case SystemEvent.ModelTrained m -> true;
            case SystemEvent.ModelDeployed m -> true;
            case SystemEvent.AnomalyDetected a -> true;
            case SystemEvent.ActionExecuted a -> false;
            case SystemEvent.ApprovalGiven a -> false;
            case SystemEvent.ThoughtReturned t -> false;
            case LogisticsEvent.CarrierCapacity c -> true;
            case LogisticsEvent l -> false;
            case LifecycleEvent l -> false;
            case CustomerEvent c -> false;
            case LearningEvent l -> false;
        };
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
