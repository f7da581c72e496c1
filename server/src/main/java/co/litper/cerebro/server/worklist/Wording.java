package co.litper.cerebro.server.worklist;

import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import java.time.Duration;

/** How parts of an item are put into words; pure. */
public final class Wording {
    private Wording() {}

    static String answer(WorklistItem item, Texts texts) {
        return item.proposal().map(p -> texts.action(p.action())).orElseGet(() -> texts.say(Phrase.NO_PROPOSAL));
    }

    /** One sentence with the numbers behind the answer; empty if there is none. */
    public static String why(WorklistItem item, Texts texts) {
        return item.proposal().map(p -> why(p, texts)).orElse("");
    }

    private static String why(Proposal p, Texts texts) {
        String sentence = texts.say(Phrase.RESCUES, Figures.percent(p.rescueRate()), cases(p.cases(), texts));
        if (p.runnerUp().isPresent()) {
            Proposal.RunnerUp second = p.runnerUp().get();
            sentence += " "
                    + texts.say(Phrase.AGAINST, Figures.percent(second.rescueRate()), texts.action(second.action()));
        }
        return p.explored() ? sentence + "; " + texts.say(Phrase.TRIED) : sentence;
    }

    private static String cases(double cases, Texts texts) {
        if (Double.isNaN(cases)) {
            return texts.say(Phrase.CASES_UNKNOWN);
        }
        long whole = Math.round(cases);
        return whole == 0 ? texts.say(Phrase.NO_CASES) : texts.say(Phrase.OWN_CASES, Figures.count(whole));
    }

    /** Time left in the fewest characters; a passed deadline is marked by how long ago. */
    static String left(Duration left, Urgency urgency, Texts texts) {
        return switch (urgency) {
            case OPEN -> Figures.span(left);
            case OVERDUE -> "! " + texts.say(Phrase.AGO, coarse(left));
            case LAPSED -> "~ " + texts.say(Phrase.AGO, coarse(left));
        };
    }

    /** A span in its largest unit. */
    static String coarse(Duration span) {
        Duration length = span.abs();
        return length.toHours() >= 48
                ? length.toDays() + " d"
                : length.toMinutes() >= 60 ? length.toHours() + " h" : length.toMinutes() + " min";
    }

    static String urgency(Urgency urgency, Texts texts) {
        return texts.say(
                switch (urgency) {
                    case OVERDUE -> Phrase.URGENCY_OVERDUE;
                    case OPEN -> Phrase.URGENCY_OPEN;
                    case LAPSED -> Phrase.URGENCY_LAPSED;
                });
    }

    static String name(Contact contact, Texts texts) {
        return contact.erased() ? texts.say(Phrase.ERASED) : contact.name().isEmpty() ? "–" : contact.name();
    }

    static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    /** The guide, or else the order. */
    public static String number(WorklistItem item) {
        return item.guideNumber().isEmpty() ? orDash(item.orderId()) : item.guideNumber();
    }
}
