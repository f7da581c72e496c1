package co.litper.cerebro.server.worklist;

import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.adapters.table.SheetColumn;
import co.litper.cerebro.adapters.table.SheetValue;
import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A worklist as a sheet: one row a novedad, all of them, in order, with the call script. */
public final class WorklistSheet {
    private static final int DECIMALS = 3;

    private WorklistSheet() {}

    /** The columns, as {@link #write} fills them. */
    public static List<SheetColumn> columns(Texts texts) {
        return List.of(
                new SheetColumn("#", 5),
                new SheetColumn(texts.say(Phrase.GUIDE), 18),
                new SheetColumn(texts.say(Phrase.ORDER), 14),
                new SheetColumn(texts.say(Phrase.CUSTOMER), 26),
                new SheetColumn(texts.say(Phrase.PHONE), 13),
                new SheetColumn(texts.say(Phrase.CITY), 20),
                new SheetColumn(texts.say(Phrase.CARRIER), 17),
                new SheetColumn(texts.say(Phrase.REASON), 24),
                new SheetColumn(texts.say(Phrase.REPORTED), 17),
                new SheetColumn(texts.say(Phrase.DEADLINE), 17),
                new SheetColumn(texts.say(Phrase.STANDING), 18),
                new SheetColumn(texts.say(Phrase.RISK), 13),
                new SheetColumn(texts.say(Phrase.ASSUMED), 13),
                new SheetColumn(texts.say(Phrase.ANSWER), 28),
                new SheetColumn(texts.say(Phrase.WHY), 60),
                new SheetColumn(texts.say(Phrase.SCRIPT), 110),
                new SheetColumn(texts.say(Phrase.PROBABILITY), 13),
                new SheetColumn(texts.say(Phrase.PROPENSITY), 12),
                new SheetColumn(texts.say(Phrase.DECISION), 12));
    }

    /** Writes every novedad; the writer must have {@link #columns} and stays open. */
    public static void write(Worklist list, Texts texts, SpreadsheetWriter writer) throws IOException {
        long number = 1;
        for (WorklistItem item : list.items()) {
            writer.row(row(number++, item, texts));
        }
    }

    private static List<SheetValue> row(long number, WorklistItem i, Texts texts) {
        return List.of(
                SheetValue.of(number),
                SheetValue.of(i.guideNumber()),
                SheetValue.of(i.orderId()),
                SheetValue.of(
                        i.contact().erased()
                                ? texts.say(Phrase.ERASED)
                                : i.contact().name()),
                SheetValue.of(i.contact().phone()),
                SheetValue.of(i.city()),
                SheetValue.of(texts.carrier(i.carrier())),
                SheetValue.of(texts.reason(i.reason())),
                when(i.reportedAt()),
                when(i.deadline()),
                SheetValue.of(Wording.urgency(i.urgency(), texts)),
                new SheetValue.Cop(i.riskCop()),
                SheetValue.of(texts.say(i.assumed() ? Phrase.YES : Phrase.NO)),
                SheetValue.of(Wording.answer(i, texts)),
                SheetValue.of(Wording.why(i, texts)),
                SheetValue.of(i.script()),
                SheetValue.of(
                        i.proposal().map(p -> Figures.percent(p.rescueRate())).orElse("")),
                SheetValue.of(i.proposal()
                        .map(p -> Figures.decimal(p.propensity(), DECIMALS))
                        .orElse("")),
                SheetValue.of(
                        i.proposal().map(p -> Decision.label(p.decisionId())).orElse("")));
    }

    private static SheetValue when(Instant at) {
        return new SheetValue.When(new Dated(at, Dated.Precision.SECOND));
    }
}
