package co.litper.cerebro.agent;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks with customers: whom to ask what about a novedad, and when a call is worth a person's time. */
final class CustomerAgent implements Agent {
    /**
     * What a call is worth beyond its pay when spent elsewhere: a team makes some thirty calls for a hundred orders, so what a
     * message does nearly as well is left to the message.
     */
    private static final double ATTENTION_COP = 600;

    @Override
    public AgentName name() {
        return AgentName.CUSTOMER;
    }

    @Override
    public boolean answers(Question question) {
        return question == Question.ISSUE;
    }

    @Override
    public void bid(Question question, Situation s, Insight insight, List<Bid> bids) {
        IssueReason reason = s.parcel().issue();
        bids.add(LogisticsAgent.rescue(AgentName.CUSTOMER, askFor(reason), s, insight));
        Bid call = LogisticsAgent.rescue(AgentName.CUSTOMER, Action.CALL_CUSTOMER, s, insight);
        bids.add(call.plus(-ATTENTION_COP));
    }

    /** The question whose answer the carrier waits for. */
    private static Action askFor(@Nullable IssueReason reason) {
        if (reason == null) {
            return Action.ASK_TIME;
        }
        return switch (reason) {
            case BAD_ADDRESS, BAD_PHONE, REMOTE_AREA, DOCUMENTATION -> Action.ASK_ADDRESS;
            case COD_ISSUE, PAYMENT_PENDING -> Action.ASK_CASH;
            case RECIPIENT_UNAVAILABLE,
                    REJECTED,
                    DAMAGED,
                    LOST,
                    RESCHEDULED,
                    DELIVERY_ATTEMPT_FAILED,
                    SECURITY,
                    WEATHER,
                    OTHER -> Action.ASK_TIME;
        };
    }
}
