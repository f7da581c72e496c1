package co.litper.cerebro.policy;

import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.vocabulary.Action;

/**
 * What things cost and earn, in pesos, where the source does not tell. Every figure here is an assumption that the merchant
 * can set; what rests on one is labelled so to people.
 *
 * @param marginShare share of the value that the merchant keeps before freight where the goods' cost is not told, 0 to 1
 * @param freightCop freight out where neither source nor tariff tells
 * @param returnFreightCop freight back where neither tells
 * @param delayCop what a late delivery costs: a later payout, a customer who orders less
 * @param messageCop one message to a customer
 * @param callCop one call by the team, about three minutes of pay
 * @param watchCop one look of a person at a flagged shipment
 */
public record Economics(
        double marginShare,
        long freightCop,
        long returnFreightCop,
        long delayCop,
        long messageCop,
        long callCop,
        long watchCop) {

    /** The defaults of the reference configuration. */
    public static final Economics DEFAULT = new Economics(0.30, 12_000, 12_000, 8_000, 150, 1_500, 300);

    public Economics {
        if (!(marginShare >= 0 && marginShare <= 1)) {
            throw new IllegalArgumentException("marginShare must be 0 to 1, is " + marginShare);
        }
        long least = Math.min(
                Math.min(Math.min(freightCop, returnFreightCop), Math.min(delayCop, messageCop)),
                Math.min(callCop, watchCop));
        if (least < 0) {
            throw new IllegalArgumentException("a cost must be at least 0 pesos, one is " + least);
        }
    }

    /** What the merchant keeps of a delivered parcel before freight. */
    public long marginCop(ParcelFacts parcel) {
        return parcel.costCop() == ParcelFacts.UNTOLD
                ? Math.round(parcel.valueCop() * marginShare)
                : parcel.valueCop() - parcel.costCop();
    }

    /** Freight out. */
    public long freightCop(ParcelFacts parcel) {
        return parcel.freightCop() == ParcelFacts.UNTOLD ? freightCop : parcel.freightCop();
    }

    /** Freight back. */
    public long returnFreightCop(ParcelFacts parcel) {
        return parcel.returnFreightCop() == ParcelFacts.UNTOLD ? returnFreightCop : parcel.returnFreightCop();
    }

    /** What is lost if the parcel comes back instead of being delivered: the margin and the freight back. */
    public long stakeCop(ParcelFacts parcel) {
        return Math.max(0, marginCop(parcel)) + returnFreightCop(parcel);
    }

    /** What a delivered parcel earned. */
    public long deliveredCop(ParcelFacts parcel, boolean late) {
        return marginCop(parcel) - freightCop(parcel) - (late ? delayCop : 0);
    }

    /** What a returned parcel cost, negative. */
    public long returnedCop(ParcelFacts parcel) {
        return -freightCop(parcel) - returnFreightCop(parcel);
    }

    /** What taking an action costs by itself. */
    public long costCop(Action action, ParcelFacts parcel) {
        return switch (action) {
            case NOTIFY_CUSTOMER, ASK_ADDRESS, ASK_TIME, ASK_CASH -> messageCop;
            case CALL_CUSTOMER -> callCop;
            case FLAG_FOR_MONITORING, ESCALATE, OPEN_CLAIM -> watchCop;
            case RETURN_TO_SENDER -> returnFreightCop(parcel);
            case NONE, CHOOSE_CARRIER, REDELIVER, HOLD_IN_OFFICE -> 0;
        };
    }
}
