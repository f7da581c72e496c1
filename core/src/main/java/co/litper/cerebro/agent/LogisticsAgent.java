package co.litper.cerebro.agent;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.CarrierOption;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.List;

/**
 * Moves parcels: which carrier, is delay or a novedad likely, what to answer the carrier.
 *
 * <p>The specification's rules (tell the customer above 0.7 probability of delay, watch above 0.5 of a novedad) are values
 * here: the distance to the threshold times what is at stake, so that the sign is the rule and the size is comparable.
 */
final class LogisticsAgent implements Agent {
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
            case NOTIFY ->
                bids.add(rule(Action.NOTIFY_CUSTOMER, s, s.forecast().delay(), insight.notifyThreshold(), insight));
            case WATCH ->
                bids.add(rule(Action.FLAG_FOR_MONITORING, s, s.forecast().issue(), insight.watchThreshold(), insight));
            case ISSUE -> bidAnswers(s, insight, bids);
        }
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
                    - f.delay() * economics.delayCop();
            bids.add(new Bid(
                    AgentName.LOGISTICS,
                    Action.CHOOSE_CARRIER,
                    option.carrier().code(),
                    (float) value,
                    1 - f.giveBack(),
                    true));
        }
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

    /** A bid to answer a novedad: what the action adds to the chance of delivery, times the stake, less its cost. */
    static Bid rescue(AgentName agent, Action action, Situation s, Insight insight) {
        double rate = rescueRate(s, insight, action);
        double gain = rate - rescueRate(s, insight, Action.NONE);
        ParcelFacts parcel = s.parcel().facts();
        double value = gain * insight.economics().stakeCop(parcel)
                - insight.economics().costCop(action, parcel);
        return new Bid(agent, action, "", (float) value, (float) rate, true);
    }

    static double rescueRate(Situation s, Insight insight, Action action) {
        IssueReason reason = s.parcel().issue();
        return insight.rescues().rate(reason == null ? IssueReason.OTHER : reason, action);
    }
}
