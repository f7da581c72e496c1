package co.litper.cerebro.think;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.policy.CounselTable;
import co.litper.cerebro.vocabulary.Action;
import java.util.List;
import java.util.Optional;

/** Makes the two bids between which a decision is reconsidered: what stands, and what the reasoner advises. */
final class Counsel {
    private Counsel() {}

    /**
     * The bids. What stands is always feasible: it was decided, and leaving it so does nothing more. The advice is worth what
     * stands and what following advice is found to add; the fast policy's own view of it is what the reasoner contradicts.
     *
     * @param bounded what the agents bid now, those beyond a limit marked
     */
    static List<Bid> bids(List<Bid> bounded, Action standing, Action advised, CounselTable.Gain gain, double stakeCop) {
        Optional<Bid> now = on(bounded, standing);
        float value = now.map(Bid::valueCop).orElse(0f);
        float confidence = now.map(Bid::confidence).orElse(0f);
        Bid stands = new Bid(now.map(Bid::agent).orElse(AgentName.LOGISTICS), standing, "", value, 0, confidence, true);
        Bid advice = new Bid(
                AgentName.REASONER,
                advised,
                "",
                (float) (value + gain.mean() * stakeCop),
                (float) (gain.deviation() * stakeCop),
                (float) Math.clamp(confidence + gain.mean(), 0, 1),
                on(bounded, advised).filter(Bid::feasible).isPresent());
        return List.of(stands, advice);
    }

    private static Optional<Bid> on(List<Bid> bids, Action action) {
        return bids.stream().filter(b -> b.action() == action).findFirst();
    }
}
