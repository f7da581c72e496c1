package co.litper.cerebro.server.face.rescue;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.face.shipments.ByHand;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.worklist.Contact;
import co.litper.cerebro.server.worklist.Urgency;
import co.litper.cerebro.server.worklist.Wording;
import co.litper.cerebro.server.worklist.WorklistItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An open novedad as a card, in a reader's language.
 *
 * @param number guide or order
 * @param guide true if there is a guide, without which nothing can be noted
 * @param reason why the carrier could not deliver
 * @param facts where to, with whom, what it is worth
 * @param deadline until when
 * @param left how long that is
 * @param urgent {@code now}, {@code soon} or nothing
 * @param risk what is lost if it comes back
 * @param assumed true if that rests on an assumption
 * @param stopped that messages and calls to the city are stopped; empty if they are not
 * @param called the last call that reached nobody; empty if there was none
 * @param proposal what the brain proposes
 * @param why one sentence with its numbers; may be empty
 * @param decision its label; empty without one
 * @param name whom to call; empty if not known, not to be seen, or not to be called
 * @param phone ten digits; empty if not known, not to be seen, or not to be called
 * @param script what to say; empty if not to be seen, or nobody is to be called
 */
public record RescueCard(
        String number,
        boolean guide,
        String reason,
        List<String> facts,
        String deadline,
        String left,
        String urgent,
        String risk,
        boolean assumed,
        String stopped,
        String called,
        String proposal,
        String why,
        String decision,
        String name,
        String phone,
        String script) {
    /** A deadline nearer than this is marked: a call, an answer and its upload take as long on a busy day. */
    private static final Duration SOON = Duration.ofHours(4);

    public RescueCard {
        facts = List.copyOf(facts);
    }

    /** A card without the calls that were made; {@code people} tells whether its reader may see whom to call. */
    public static RescueCard of(WorklistItem item, boolean people, Texts texts) {
        return of(item, Optional.empty(), people, texts);
    }

    /** A card; {@code people} tells whether its reader may see whom to call, {@code last} of the last call that reached nobody. */
    static RescueCard of(WorklistItem item, Optional<CallsMade.Made> last, boolean people, Texts texts) {
        Contact contact = item.contact();
        boolean calls = people && !item.quiet();
        return new RescueCard(
                Wording.number(item),
                !item.guideNumber().isEmpty(),
                texts.reason(item.reason()),
                List.of(item.city(), texts.carrier(item.carrier()), Figures.pesos(Math.max(0, item.valueCop()))),
                texts.say(RescueWords.UNTIL, Figures.dayTime(item.deadline(), texts.language())),
                left(item, texts),
                urgent(item),
                texts.say(RescueWords.RISK, Figures.pesos(item.riskCop())),
                item.assumed(),
                item.quiet() ? texts.say(RescueWords.CITY_STOPPED, item.city()) : "",
                last.map(made -> called(made, texts)).orElse(""),
                proposal(item, texts),
                isHeld(item) ? "" : Wording.why(item, texts),
                item.proposal().map(p -> Decision.label(p.decisionId())).orElse(""),
                calls ? contact.name() : "",
                calls ? contact.phone() : "",
                calls ? item.script() : "");
    }

    private static String called(CallsMade.Made made, Texts texts) {
        String when = Figures.dayTime(made.at(), texts.language());
        String result = ByHand.words("call." + made.result(), texts).orElse(made.result());
        return made.by().isEmpty()
                ? texts.say(RescueWords.CALLED, when, result)
                : texts.say(RescueWords.CALLED_BY, when, made.by(), result);
    }

    private static String proposal(WorklistItem item, Texts texts) {
        return isHeld(item)
                ? texts.say(RescueWords.HELD)
                : item.proposal()
                        .map(p -> texts.say(RescueWords.PROPOSES, texts.action(p.action())))
                        .orElseGet(() -> texts.say(RescueWords.NO_PROPOSAL));
    }

    /** True if what is proposed would reach a customer who is left alone. */
    private static boolean isHeld(WorklistItem item) {
        return item.quiet()
                && item.proposal().filter(p -> p.action().contactsCustomer()).isPresent();
    }

    private static String left(WorklistItem item, Texts texts) {
        String span = Figures.span(item.timeLeft());
        return switch (item.urgency()) {
            case OPEN -> texts.say(RescueWords.LEFT, span);
            case OVERDUE -> texts.say(RescueWords.OVERDUE, span);
            case LAPSED -> texts.say(RescueWords.LAPSED, span);
        };
    }

    private static String urgent(WorklistItem item) {
        if (item.urgency() == Urgency.OVERDUE) {
            return "now";
        }
        return item.urgency() == Urgency.OPEN && item.timeLeft().compareTo(SOON) < 0 ? "soon" : "";
    }
}
