package co.litper.cerebro.think;

import co.litper.cerebro.agent.AgentRegistry;
import co.litper.cerebro.agent.Insight;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Situation;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Draws;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Answers the questions that a situation asks. Stateless but for its registry: equal situation, settings, table and draws
 * give an equal decision. O(bids).
 *
 * <p>Departs from the specification, which takes the largest priority × confidence: bids are compared by calibrated
 * expected value, and the winner is drawn with known probability: about as often as it may be the best, and a small share by
 * chance. With an exploration rate of 0 the best is taken.
 */
public final class DecisionMaker {
    private final AgentRegistry agents;
    private final Chooser chooser;

    /** Draws as the product does. */
    public DecisionMaker(AgentRegistry agents) {
        this(agents, Chooser.EXPLORING);
    }

    /** @param chooser draws the winners */
    public DecisionMaker(AgentRegistry agents, Chooser chooser) {
        this.agents = agents;
        this.chooser = chooser;
    }

    /** Decides. The draws belong to the event, one a question. */
    public Decision decide(Situation s, Settings settings, Learned learned, Draws draws) {
        Insight insight = insight(settings, learned);
        List<Choice> choices = new ArrayList<>(s.questions().size());
        for (Question question : s.questions()) {
            List<Bid> bids = agents.bids(question, s, insight);
            if (!bids.isEmpty()) {
                Set<Guardrail> hit = EnumSet.noneOf(Guardrail.class);
                List<Bid> bounded = Guardrails.apply(bids, s, settings, hit);
                choices.add(choose(question, bounded, hit, s, settings, learned.autonomy(), draws));
            }
        }
        return receipt(s, choices);
    }

    /**
     * Weighs the reasoner's advice against the decision that stands: two bids, the second the reasoner's. What advice that
     * differs is worth is learned; the guardrails bind it as they bind any agent, and an action that no agent would bid on now
     * is no option.
     *
     * @param standing the action that was decided and stands
     * @param advised another one
     */
    public Decision reconsider(
            Situation s, Action standing, Action advised, Settings settings, Learned learned, Draws draws) {
        List<Bid> offered = agents.bids(Question.ISSUE, s, insight(settings, learned));
        Set<Guardrail> hit = EnumSet.noneOf(Guardrail.class);
        List<Bid> bids = Counsel.bids(
                Guardrails.apply(offered, s, settings, hit),
                standing,
                advised,
                learned.counsel().gain(Objects.requireNonNull(s.stage()).reason()),
                settings.economics().stakeCop(s.parcel().facts()));
        if (bids.getLast().feasible()) {
            hit.clear();
        }
        return receipt(s, List.of(choose(Question.ISSUE, bids, hit, s, settings, learned.autonomy(), draws)));
    }

    private static Decision receipt(Situation s, List<Choice> choices) {
        return new Decision(
                s.decisionId(),
                s.key(),
                s.nowMs(),
                s.observed(),
                s.first(),
                s.stage() == null ? null : s.parcel().issue(),
                s.stage(),
                s.snapshot(),
                s.context(),
                s.features(),
                s.forecast(),
                s.reasons(),
                choices);
    }

    private static Insight insight(Settings settings, Learned learned) {
        return new Insight(
                learned.rescues(),
                learned.telling(),
                settings.economics(),
                settings.notifyThreshold(),
                settings.watchThreshold());
    }

    private Choice choose(
            Question question,
            List<Bid> bids,
            Set<Guardrail> hit,
            Situation s,
            Settings settings,
            EarnedAutonomy earned,
            Draws draws) {
        // Ordinal 0 to 3 keeps each question's luck apart from the others'; the parcel's key keeps parcels of a tick
        // apart.
        double unit = draws.unit((int) (s.decisionId() % Decision.PER_POSITION) * 8 + question.ordinal());
        var drawn = chooser.choose(question, bids, s, settings, unit);
        Autonomy autonomy = autonomyOf(bids.get(drawn.index()).action(), question, s, settings, earned, hit);
        return new Choice(question, bids, drawn.index(), drawn.propensity(), drawn.best(), autonomy, hit);
    }

    private static Autonomy autonomyOf(
            Action action,
            Question question,
            Situation s,
            Settings settings,
            EarnedAutonomy earned,
            Set<Guardrail> hit) {
        if (s.observed()) {
            hit.add(Guardrail.HISTORICAL);
            return Autonomy.OBSERVE;
        }
        if (action == Action.CHOOSE_CARRIER
                && s.carriers().stream().allMatch(c -> c.freightCop() == ParcelFacts.UNTOLD)) {
            hit.add(Guardrail.NO_TARIFF);
            return Autonomy.RECOMMEND;
        }
        Autonomy level = settings.isEarned(action)
                ? earned.level(action, question == Question.ISSUE ? s.parcel().issue() : null)
                : settings.autonomy(action);
        if (settings.isPaused(action, s.parcel().destination()) && level.compareTo(Autonomy.RECOMMEND) > 0) {
            hit.add(Guardrail.PAUSED);
            return Autonomy.RECOMMEND;
        }
        return level;
    }
}
