package co.litper.cerebro.simulator;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really became of a parcel, for those who judge; no player sees it.
 *
 * @param orderId the order
 * @param guideNumber the guide, or empty if none was made
 * @param customer who receives it
 * @param city where it goes
 * @param carrier who carried it; {@code UNKNOWN} if no guide was made
 * @param chosenByPlayer true if a player's effect chose the carrier, false if the merchant's habit did
 * @param cod true if paid at the door
 * @param orderedAt when it was ordered
 * @param promisedAt what the shop promised the customer
 * @param endedAt when it ended, or null while open
 * @param ending how
 * @param issues its novedades in order
 * @param contactsAt when the customer was contacted, messages and calls, by whomever
 * @param money its account
 */
public record ParcelStory(
        String orderId,
        String guideNumber,
        PersonRef customer,
        CityCode city,
        Carrier carrier,
        boolean chosenByPlayer,
        boolean cod,
        Instant orderedAt,
        Instant promisedAt,
        @Nullable Instant endedAt,
        Ending ending,
        List<IssueStory> issues,
        List<Instant> contactsAt,
        Account money) {
    public ParcelStory {
        issues = List.copyOf(issues);
        contactsAt = List.copyOf(contactsAt);
    }

    /**
     * A parcel's pesos. Nothing is netted here, so that a checker can add up.
     *
     * @param value what the customer paid or would have paid
     * @param goods what the goods cost the merchant; lost only with a parcel that does not come back
     * @param freight charged out
     * @param returnFreight charged back, 0 if it did not come back
     * @param late what lateness cost, 0 if on time
     * @param messages what messages cost
     * @param calls what calls cost
     * @param claims what the carrier paid for a lost or damaged parcel
     */
    public record Account(
            long value,
            long goods,
            long freight,
            long returnFreight,
            long late,
            long messages,
            long calls,
            long claims) {}

    /** True if delivered after the promise. */
    public boolean isLate() {
        return ending == Ending.DELIVERED && endedAt != null && endedAt.isAfter(promisedAt);
    }

    /** What the parcel earned or lost the merchant, in pesos; 0 while open and for a cancelled one without guide. */
    public long marginCop() {
        long spent = money.freight() + money.returnFreight() + money.late() + money.messages() + money.calls();
        return switch (ending) {
            case DELIVERED -> money.value() - money.goods() - spent;
            case RETURNED, CANCELLED -> -spent;
            case LOST -> money.claims() - money.goods() - spent;
            case OPEN -> 0;
        };
    }
}
