package co.litper.cerebro.server.why;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One choice in at most five lines: what was taken, what it is worth, what lost, what would flip it. */
final class ChoiceLines {
    private static final int PROPENSITY_DECIMALS = 3;
    private static final int OTHERS_PER_LINE = 3;
    private static final String OTHERS_INDENT = "          ";

    private ChoiceLines() {}

    static List<String> of(Choice choice, Explanation explanation, Texts texts) {
        List<String> lines = essential(choice, explanation, texts);
        if (choice.question() == Question.ISSUE || choice.question() == Question.CARRIER) {
            int before = choice.winner().action() == Action.NONE ? 1 : 2;
            lines.addAll(before, others(choice, texts));
        }
        return lines;
    }

    /** The same without what lost. */
    static List<String> essential(Choice choice, Explanation explanation, Texts texts) {
        List<String> lines = new ArrayList<>(4);
        lines.add(texts.say(
                Phrase.CHOICE,
                texts.question(choice.question()),
                name(choice.winner(), texts),
                texts.autonomy(choice.autonomy()),
                Figures.decimal(choice.propensity(), PROPENSITY_DECIMALS)));
        if (choice.winner().action() != Action.NONE) {
            lines.add(worth(choice, explanation, texts));
        }
        Flip.of(choice, probability(choice, explanation), threshold(choice, explanation), stakeCop(explanation))
                .map(flip -> flip(flip, choice, texts))
                .ifPresent(lines::add);
        return lines;
    }

    private static String worth(Choice choice, Explanation explanation, Texts texts) {
        Bid winner = choice.winner();
        boolean carrier = choice.question() == Question.CARRIER;
        String line = texts.say(
                carrier ? Phrase.CHOICE_CARRIER_WORTH : Phrase.CHOICE_WORTH,
                Figures.pesos(Math.round(winner.valueCop())),
                Figures.percent(winner.confidence()),
                cases(choice, explanation, texts));
        return choice.explored()
                ? line + texts.say(Phrase.EXPLORED, name(choice.bids().get(choice.greedy()), texts))
                : line;
    }

    private static String cases(Choice choice, Explanation explanation, Texts texts) {
        if (choice.question() != Question.ISSUE) {
            return "";
        }
        IssueReason about = explanation.receipt().decision().issue();
        IssueReason reason = about == null ? IssueReason.OTHER : about;
        String told = explanation
                .rescues()
                .map(t -> Math.round(t.evidence(reason, choice.winner().action())))
                .map(n -> n == 0 ? texts.say(Phrase.NO_CASES) : texts.say(Phrase.OWN_CASES, Figures.count(n)))
                .orElseGet(() -> texts.say(Phrase.CASES_UNKNOWN));
        return texts.say(Phrase.EVIDENCE, told);
    }

    /** The losers, best first, on at most two lines. */
    private static List<String> others(Choice choice, Texts texts) {
        Bid winner = choice.winner();
        List<String> losers = choice.bids().stream()
                .filter(b -> b != winner)
                .sorted(Comparator.comparing(Bid::feasible)
                        .reversed()
                        .thenComparing(Comparator.comparingDouble(Bid::valueCop).reversed()))
                .map(b -> other(b, texts))
                .toList();
        List<String> lines = new ArrayList<>(2);
        for (int from = 0; from < Math.min(losers.size(), 2 * OTHERS_PER_LINE); from += OTHERS_PER_LINE) {
            List<String> some = losers.subList(from, Math.min(losers.size(), from + OTHERS_PER_LINE));
            String told = String.join(" · ", some);
            lines.add(from == 0 ? texts.say(Phrase.OTHERS, told) : OTHERS_INDENT + told);
        }
        return lines;
    }

    private static String other(Bid bid, Texts texts) {
        String value = bid.feasible() ? Figures.pesos(Math.round(bid.valueCop())) : texts.say(Phrase.EXCLUDED);
        return name(bid, texts) + " " + value + " (" + Figures.percent(bid.confidence()) + ")";
    }

    private static String flip(Flip flip, Choice choice, Texts texts) {
        return switch (flip) {
            case Flip.Threshold t ->
                texts.say(
                        t.upwards() ? Phrase.FLIP_THRESHOLD_UP : Phrase.FLIP_THRESHOLD_DOWN,
                        texts.say(choice.question() == Question.NOTIFY ? Phrase.DELAY : Phrase.ISSUE),
                        Figures.percent(t.probability()),
                        Figures.percent(t.threshold()));
            case Flip.Rate r ->
                texts.say(
                        Phrase.FLIP_RATE,
                        texts.action(r.runnerUp()),
                        Figures.percent(r.neededRate(), 1),
                        Figures.percent(r.rate(), 1),
                        Figures.pesos(Math.round(r.lacksCop())));
            case Flip.Pesos p ->
                texts.say(Phrase.FLIP_PESOS, name(p.runnerUp(), texts), Figures.pesos(Math.round(p.lacksCop())));
            case Flip.Luck l -> texts.say(Phrase.FLIP_LUCK, name(l.greedy(), texts));
        };
    }

    private static double probability(Choice choice, Explanation explanation) {
        Decision decision = explanation.receipt().decision();
        return choice.question() == Question.NOTIFY
                ? decision.forecast().delay()
                : decision.forecast().issue();
    }

    private static double threshold(Choice choice, Explanation explanation) {
        Settings settings = explanation.settings();
        return choice.question() == Question.NOTIFY ? settings.notifyThreshold() : settings.watchThreshold();
    }

    private static long stakeCop(Explanation explanation) {
        return explanation
                .parcel()
                .map(p -> explanation.settings().economics().stakeCop(p.facts()))
                .orElse(0L);
    }

    private static String name(Bid bid, Texts texts) {
        return bid.action() == Action.CHOOSE_CARRIER && !bid.target().isEmpty()
                ? texts.carrier(new Carrier(bid.target()))
                : texts.action(bid.action());
    }
}
