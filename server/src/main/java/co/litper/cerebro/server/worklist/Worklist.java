package co.litper.cerebro.server.worklist;

import co.litper.cerebro.Home;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The open novedades of a merchant in the order in which a person should take them, and the parcels that wait in an office
 * and go back soon. A picture of one moment, immutable.
 *
 * <p>Order: overdue ones first (the carrier may not have sent them back yet), then those in time, then those whose deadline
 * passed longer than {@link Urgency#GRACE} ago. Within each what waiting costs decides, dearest first: pesos at risk divided
 * by the hours left, at least one ({@link WorklistItem#copPerHour()}).
 *
 * @param now the moment
 * @param items the novedades, in order
 * @param offices the parcels in an office, earliest deadline first
 */
public record Worklist(Instant now, List<WorklistItem> items, List<OfficeItem> offices) {
    /** How long before a parcel goes back from the office its customer is reminded. */
    public static final Duration OFFICE_AHEAD = Duration.ofHours(48);

    public Worklist {
        items = List.copyOf(items);
        offices = List.copyOf(offices);
    }

    /**
     * The worklist of {@code merchant} at {@code now}. O(open novedades log open novedades) and one item of memory each;
     * with {@code offices} also one look at every parcel.
     *
     * @param offices true to list parcels in an office too
     */
    public static Worklist of(Sources sources, MerchantId merchant, Instant now, boolean offices) {
        return WorklistMaking.make(sources, merchant, now, offices);
    }

    /**
     * The worklist of parcels that were found already. O(parcels log parcels).
     *
     * @param settings what parcels are worth, and which cities are left alone
     * @param issues homes with an open novedad
     * @param offices homes that wait in an office
     */
    public static Worklist of(Lookups lookups, Settings settings, List<Home> issues, List<Home> offices, Instant now) {
        return new WorklistMaking(lookups, settings, now).of(issues, offices);
    }

    /** Pesos at risk over all novedades. */
    public long riskCop() {
        return items.stream().mapToLong(WorklistItem::riskCop).sum();
    }

    /** How many novedades stand so. */
    public long count(Urgency urgency) {
        return items.stream().filter(i -> i.urgency() == urgency).count();
    }
}
