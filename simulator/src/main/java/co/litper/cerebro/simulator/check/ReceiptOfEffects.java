package co.litper.cerebro.simulator.check;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.simulator.player.Parcels;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * No effect without a complete receipt: its decision stands in the log, one of its choices took that action and target,
 * every bid has a finite value and a confidence, and the propensity is a probability: 1 where nothing else was feasible, and
 * where two were, as often the less likely one as the propensities say, within {@value #DEVIATIONS} standard deviations.
 */
final class ReceiptOfEffects extends Checker {
    private static final int MOST_REMEMBERED = 100_000;
    private static final double ROUNDING = 1e-9;
    private static final double DEVIATIONS = 5;

    private final Map<Long, Decision> decisions = new LinkedHashMap<>();
    private final Map<Question, Luck> lucks = new EnumMap<>(Question.class);

    /** Of choices between two: how often the less likely one was taken, and how often it should have been. */
    private static final class Luck {
        private long taken;
        private double expected;
        private double variance;

        void add(Choice choice) {
            boolean isUnlikely = choice.explored();
            double chance = isUnlikely ? choice.propensity() : 1 - choice.propensity();
            taken += isUnlikely ? 1 : 0;
            expected += chance;
            variance += chance * (1 - chance);
        }

        boolean isOdd() {
            return Math.abs(taken - expected) > DEVIATIONS * Math.sqrt(variance) + 1;
        }
    }

    @Override
    void recorded(Instant now, List<Entry> entries, Parcels parcels) {
        for (Entry entry : entries) {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Decision decision) {
                    remember(decision, now);
                }
            }
        }
    }

    private void remember(Decision decision, Instant now) {
        if (decisions.size() >= MOST_REMEMBERED) {
            decisions.remove(decisions.keySet().iterator().next());
        }
        decisions.put(decision.id(), decision);
        decision.choices().forEach(choice -> check(Decision.label(decision.id()), choice, now));
    }

    private void check(String label, Choice choice, Instant now) {
        for (Bid bid : choice.bids()) {
            if (!Float.isFinite(bid.valueCop()) || !(bid.confidence() >= 0 && bid.confidence() <= 1)) {
                violated(label, now, "has a bid without value: " + bid);
            }
        }
        long feasible = choice.bids().stream().filter(Bid::feasible).count();
        double propensity = choice.propensity();
        boolean isSure = propensity >= 1 - ROUNDING;
        if (!(propensity > 0 && propensity <= 1 + ROUNDING) || (feasible == 1 && !isSure)) {
            violated(label, now, choice.question() + " among " + feasible + " has propensity " + propensity);
        }
        if (feasible == 2) {
            lucks.computeIfAbsent(choice.question(), _ -> new Luck()).add(choice);
        }
        if (feasible > 0 && !choice.winner().feasible()) {
            violated(label, now, choice.question() + " took what was not feasible: " + choice.winner());
        }
    }

    @Override
    void acted(Instant now, Dispatch effect, Channel.Result result) {
        Decision decision = decisions.get(PlannedEffect.decisionOf(effect.effectId()));
        int index = (int) (effect.effectId() % PlannedEffect.PER_DECISION);
        if (decision == null || index >= decision.choices().size()) {
            violated(effect.subject(), now, effect.action() + " without a receipt, effect " + effect.effectId());
            return;
        }
        Bid winner = decision.choices().get(index).winner();
        if (winner.action() != effect.action() || !winner.target().equals(effect.target())) {
            violated(effect.subject(), now, effect.action() + " where the receipt says " + winner.action());
        }
    }

    @Override
    void over(Instant now) {
        lucks.forEach((question, luck) -> {
            if (luck.isOdd()) {
                violated(
                        question.name(),
                        now,
                        "took the less likely of two " + luck.taken + " times where propensities say " + luck.expected);
            }
        });
    }
}
