package co.litper.cerebro.server.worklist;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.server.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A worklist as lines for a terminal, at most {@link TextTable#MOST_WIDTH} characters wide. */
public final class WorklistPage {
    private WorklistPage() {}

    /** The lines; {@code limit} bounds the novedades and the parcels in an office that are shown, each. */
    public static List<String> lines(Worklist list, Texts texts, int limit) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.say(Phrase.WORKLIST_TITLE, Figures.dayYearTime(list.now(), texts.language())));
        if (list.items().isEmpty()) {
            lines.add(texts.say(Phrase.WORKLIST_EMPTY));
        } else {
            addIssues(list, texts, limit, lines);
        }
        if (!list.offices().isEmpty()) {
            addOffices(list, texts, limit, lines);
        }
        return lines;
    }

    private static void addIssues(Worklist list, Texts texts, int limit, List<String> lines) {
        int size = list.items().size();
        String grace = Urgency.GRACE.toHours() + " h";
        lines.add(texts.say(
                Phrase.WORKLIST_TOTALS,
                Figures.count(size),
                Figures.count(list.count(Urgency.OVERDUE)),
                Figures.count(list.count(Urgency.LAPSED)),
                grace,
                Figures.pesos(list.riskCop())));
        lines.add("");
        List<WorklistItem> shown = list.items().subList(0, Math.min(limit, size));
        lines.addAll(table(shown, texts));
        if (shown.size() < size) {
            lines.add(texts.say(Phrase.WORKLIST_MORE, Figures.count(size - shown.size()), size));
        }
        if (shown.stream().anyMatch(i -> i.urgency() != Urgency.OPEN)) {
            lines.add(texts.say(Phrase.WORKLIST_LEGEND, grace));
        }
        if (shown.stream().anyMatch(WorklistItem::assumed)) {
            lines.add(texts.say(Phrase.WORKLIST_ASSUMED));
        }
    }

    private static List<String> table(List<WorklistItem> items, Texts texts) {
        TextTable table = new TextTable(List.of(
                Column.number("#", 4),
                Column.text(texts.say(Phrase.GUIDE), 13),
                Column.text(texts.say(Phrase.CUSTOMER), 14),
                Column.text(texts.say(Phrase.PHONE), 10),
                Column.text(texts.say(Phrase.CITY), 12),
                Column.text(texts.say(Phrase.CARRIER), 12),
                Column.text(texts.say(Phrase.REASON), 16),
                Column.text(texts.say(Phrase.LEFT), 12),
                Column.number(texts.say(Phrase.RISK), 11)));
        int number = 1;
        for (WorklistItem i : items) {
            table.row(
                    List.of(
                            Integer.toString(number++),
                            Wording.number(i),
                            Wording.name(i.contact(), texts),
                            Wording.orDash(i.contact().phone()),
                            i.city(),
                            texts.carrier(i.carrier()),
                            texts.reason(i.reason()),
                            Wording.left(i.timeLeft(), i.urgency(), texts),
                            Figures.pesos(i.riskCop()) + (i.assumed() ? "*" : "")),
                    proposal(i, texts));
        }
        return table.lines();
    }

    private static String proposal(WorklistItem item, Texts texts) {
        String answer = Wording.answer(item, texts);
        return item.proposal()
                .map(p -> "→ " + Decision.label(p.decisionId()) + " " + answer + ": " + Wording.why(item, texts))
                .orElse("→ " + answer);
    }

    private static void addOffices(Worklist list, Texts texts, int limit, List<String> lines) {
        long riskCop = list.offices().stream().mapToLong(OfficeItem::riskCop).sum();
        lines.add("");
        lines.add(texts.say(Phrase.OFFICE_TITLE, Figures.count(list.offices().size()), Figures.pesos(riskCop)));
        TextTable table = new TextTable(List.of(
                Column.text(texts.say(Phrase.GUIDE), 16),
                Column.text(texts.say(Phrase.CUSTOMER), 20),
                Column.text(texts.say(Phrase.PHONE), 10),
                Column.text(texts.say(Phrase.CITY), 18),
                Column.text(texts.say(Phrase.CARRIER), 15),
                Column.text(texts.say(Phrase.LEFT), 12),
                Column.number(texts.say(Phrase.RISK), 11)));
        for (OfficeItem o :
                list.offices().subList(0, Math.min(limit, list.offices().size()))) {
            Urgency urgency = o.timeLeft().isPositive() ? Urgency.OPEN : Urgency.OVERDUE;
            table.row(List.of(
                    Wording.orDash(o.guideNumber()),
                    Wording.name(o.contact(), texts),
                    Wording.orDash(o.contact().phone()),
                    o.city(),
                    texts.carrier(o.carrier()),
                    Wording.left(o.timeLeft(), urgency, texts),
                    Figures.pesos(o.riskCop())));
        }
        lines.addAll(table.lines());
    }
}
