package co.litper.cerebro.agent;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.CarrierOption;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.policy.TellingTable;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import java.util.Objects;

/**
 * Moves parcels: which carrier, is delay or a novedad likely, what to answer the carrier.
 *
 * <p>The specification's rules (tell the customer above 0.7 probability of delay, watch above 0.5 of a novedad) are values
 * here: the distance to the threshold times what is at stake, so that the sign is the rule and the size is comparable.
 */
final class LogisticsAgent implements Agent {
    /**
     * What the last place in a carrier's day is worth: those who gain less from it leave it to those who gain more, and a
     * carrier that fills up slows down for all.
     */
    private static final double CROWDING_COP = 3_000;

    /** Share of a carrier's day that is given away freely. */
    private static final double FREE_USE = 0.4;

    private static final Action[] ANSWERS = {Action.REDELIVER, Action.HOLD_IN_OFFICE, Action.RETURN_TO_SENDER};

    @Override
    public AgentName name() {
        return AgentName.LOGISTICS;
    }

    @Override
    public boolean answers(Question question) {
        return true;
    }

    @Override
    public void bid(Question question, Situation s, Insight insight, List<Bid> bids) {
        switch (question) {
            case CARRIER -> bidCarriers(s, insight.economics(), bids);
            case NOTIFY -> bids.add(tell(s, insight));
            case WATCH ->
                bids.add(rule(Action.FLAG_FOR_MONITORING, s, s.forecast().issue(), insight.watchThreshold(), insight));
            case ISSUE -> bidAnswers(s, insight, bids);
        }
    }

    /** The rule where the parcel has not set out; on its way what telling was found to be worth, the rule on top of it. */
    private static Bid tell(Situation s, Insight insight) {
        float delay = s.forecast().delay();
        Bid rule = rule(Action.NOTIFY_CUSTOMER, s, delay, insight.notifyThreshold(), insight);
        ShipmentState state = s.parcel().state();
        if (state.rank() < ShipmentState.IN_TRANSIT.rank() || state == ShipmentState.ISSUE) {
            return rule;
        }
        ParcelFacts parcel = s.parcel().facts();
        long stake = insight.economics().stakeCop(parcel);
        TellingTable.Gain gain = insight.telling().gain(state, parcel.cod());
        double value = gain.mean() * stake
                - insight.economics().costCop(Action.NOTIFY_CUSTOMER, parcel)
                + Math.max(0, rule.valueCop());
        return new Bid(
                AgentName.LOGISTICS,
                Action.NOTIFY_CUSTOMER,
                "",
                (float) value,
                (float) (gain.deviation() * stake),
                delay,
                true);
    }

    private static Bid rule(Action action, Situation s, float probability, double threshold, Insight insight) {
        long stake = insight.economics().stakeCop(s.parcel().facts());
        float value = (float) ((probability - threshold) * stake);
        return new Bid(AgentName.LOGISTICS, action, "", value, probability, true);
    }

    private static void bidCarriers(Situation s, Economics economics, List<Bid> bids) {
        ParcelFacts parcel = s.parcel().facts();
        for (CarrierOption option : s.carriers()) {
            Forecast f = option.forecast();
            long freight = option.freightCop() == ParcelFacts.UNTOLD ? economics.freightCop() : option.freightCop();
            long back = option.returnFreightCop() == ParcelFacts.UNTOLD
                    ? economics.returnFreightCop()
                    : option.returnFreightCop();
            double value = (1 - f.giveBack()) * economics.marginCop(parcel)
                    - freight
                    - f.giveBack() * back
                    - f.delay() * economics.delayCop()
                    - CROWDING_COP * Math.clamp((option.use() - FREE_USE) / (1 - FREE_USE), 0, 1);
            bids.add(new Bid(
                    AgentName.LOGISTICS,
                    Action.CHOOSE_CARRIER,
                    option.carrier().code(),
                    (float) value,
                    (float) spread(option, economics.stakeCop(parcel), economics.delayCop()),
                    1 - f.giveBack(),
                    true));
        }
    }

    /** How far a carrier's worth may be off, from the outcomes that speak for its rates. */
    private static double spread(CarrierOption option, long stakeCop, long delayCop) {
        double back = option.forecast().giveBack();
        double late = option.forecast().delay();
        double variance =
                back * (1 - back) * (double) stakeCop * stakeCop + late * (1 - late) * (double) delayCop * delayCop;
        return Math.sqrt(variance / option.cases());
    }

    private static void bidAnswers(Situation s, Insight insight, List<Bid> bids) {
        for (Action action : ANSWERS) {
            bids.add(rescue(AgentName.LOGISTICS, action, s, insight));
        }
        IssueReason reason = s.parcel().issue();
        if (reason == IssueReason.DAMAGED || reason == IssueReason.LOST) {
            bids.add(rescue(AgentName.LOGISTICS, Action.OPEN_CLAIM, s, insight));
        }
    }

    /** A bid on the next step at a novedad: what it is worth beyond waiting. */
    static Bid rescue(AgentName agent, Action action, Situation s, Insight insight) {
        long stake = insight.economics().stakeCop(s.parcel().facts());
        IssueStage stage = Objects.requireNonNull(s.stage());
        RescuePolicy.Value value = insight.rescues().value(stage, action, stake);
        double gain = value.cop(stake)
                - insight.rescues().value(stage, Action.NONE, stake).cop(stake);
        return new Bid(
                agent, action, "", (float) gain, (float) (value.deviation() * stake), (float) value.success(), true);
    }
}
