package co.litper.cerebro.server.face.rescue;

import co.litper.cerebro.server.config.ContactHours;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.read.IssueQueue;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.server.worklist.OfficeItem;
import co.litper.cerebro.server.worklist.Worklist;
import co.litper.cerebro.server.worklist.WorklistItem;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rescue desk.
 *
 * @param totals how many wait and what is at risk
 * @param hours whether customers may be called now, and until or from when
 * @param quiet true if they may not
 * @param stopped cities where they may not whatever the hour; empty if there are none
 * @param calls novedades whose customers the brain, or a person's yes, put on the list of calls
 * @param cards the most urgent of the others, those called in vain today behind
 * @param more how many are not shown
 * @param shown how many cards are at most
 * @param offices shipments that go back from an office soon
 * @param told what was just noted; may be empty
 */
public record RescueModel(
        String totals,
        String hours,
        boolean quiet,
        String stopped,
        List<RescueCard> calls,
        List<RescueCard> cards,
        long more,
        int shown,
        List<Office> offices,
        String told) {
    /** Calls on the page: what one person makes in a morning. */
    private static final int MOST_CALLS = 25;

    /** Cards on the page: what one person solves in an hour or two. */
    static final int SHOWN = 25;

    /** Cards of the longest page: a day's work of a team. */
    static final int MOST_SHOWN = 100;

    public RescueModel {
        calls = List.copyOf(calls);
        cards = List.copyOf(cards);
        offices = List.copyOf(offices);
    }

    /** A shipment that waits in an office; whom to call is empty where nobody is to be called. */
    public record Office(
            String number, String city, String carrier, String fetchBy, String stopped, String name, String phone) {}

    /** The desk now, with at most {@code limit} cards. */
    public static RescueModel of(FaceDesk desk, MerchantId merchant, boolean people, Texts texts, int limit)
            throws InterruptedException {
        ReadSide reads = desk.reads();
        Instant now = desk.now();
        IssueQueue.Totals totals = reads.issues().totals(merchant, now);
        // Twice as many: those tried today go behind the ones that then move up.
        Worklist list = desk.worklists().list(reads, merchant, now, 2 * limit);
        CallsMade made = new CallsMade(desk, reads, merchant);
        List<RescueCard> calls = desk.worklists().calls(reads, merchant, now, MOST_CALLS).items().stream()
                .map(item -> RescueCard.of(item, made.last(item), people, texts))
                .toList();
        Set<String> called = calls.stream().map(RescueCard::number).collect(Collectors.toSet());
        List<RescueCard> cards = triedLast(list.items(), made, now).stream()
                .limit(limit)
                .map(tried -> RescueCard.of(tried.item(), tried.last(), people, texts))
                .filter(card -> !called.contains(card.number()))
                .toList();
        ContactHours hours = ContactHours.at(desk.desk().configuration(), now);
        return new RescueModel(
                texts.say(
                        RescueWords.TOTALS,
                        Figures.count(totals.open()),
                        Figures.count(totals.overdue()),
                        Figures.count(totals.soon()),
                        Figures.pesos(totals.riskCop())),
                hours.open()
                        ? texts.say(RescueWords.CALL_NOW)
                        : texts.say(RescueWords.QUIET, Figures.dayTime(hours.next(), texts.language())),
                !hours.open(),
                stopped(desk, texts),
                calls,
                cards,
                Math.max(0, totals.open() - Math.min(limit, list.items().size())),
                limit,
                list.offices().stream()
                        .limit(limit)
                        .map(item -> office(item, people, texts))
                        .toList(),
                "");
    }

    /** A novedad with the last call about it that reached nobody. */
    private record Tried(WorklistItem item, Optional<CallsMade.Made> last) {}

    /** In their order, but those first about which nobody called in vain today. */
    private static List<Tried> triedLast(List<WorklistItem> items, CallsMade made, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Clock.BOGOTA);
        return items.stream()
                .map(item -> new Tried(item, made.last(item)))
                .sorted(Comparator.comparing(tried -> tried.last()
                        .filter(call ->
                                LocalDate.ofInstant(call.at(), Clock.BOGOTA).equals(today))
                        .isPresent()))
                .toList();
    }

    private static String stopped(FaceDesk desk, Texts texts) throws InterruptedException {
        String cities = desk.desk().view().ask(view -> view.state().control().settings()).quietCities().stream()
                .sorted()
                .map(desk.cities())
                .collect(Collectors.joining(", "));
        return cities.isEmpty() ? "" : texts.say(RescueWords.CITIES_STOPPED, cities);
    }

    private static Office office(OfficeItem item, boolean people, Texts texts) {
        String by = texts.say(
                item.timeLeft().isPositive() ? RescueWords.FETCH_BY : RescueWords.FETCH_PASSED,
                Figures.dayTime(item.fetchBy(), texts.language()),
                Figures.span(item.timeLeft()));
        return new Office(
                item.guideNumber(),
                item.city(),
                texts.carrier(item.carrier()),
                by,
                item.quiet() ? texts.say(RescueWords.CITY_STOPPED, item.city()) : "",
                people && !item.quiet() ? item.contact().name() : "",
                people && !item.quiet() ? item.contact().phone() : "");
    }

    /** How many cards the page with more of them has; 0 if it can have no more. */
    public int next() {
        return more > 0 && shown < MOST_SHOWN ? Math.min(MOST_SHOWN, shown + SHOWN) : 0;
    }

    /** The address of the page with as many cards. */
    public String path() {
        return shown == SHOWN ? "/rescue" : "/rescue?shown=" + shown;
    }

    /** This with what was noted. */
    RescueModel after(String what) {
        return new RescueModel(totals, hours, quiet, stopped, calls, cards, more, shown, offices, what);
    }
}
