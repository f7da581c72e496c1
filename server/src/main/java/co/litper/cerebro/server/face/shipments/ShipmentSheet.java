package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.adapters.table.SheetColumn;
import co.litper.cerebro.adapters.table.SheetValue;
import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.read.ParcelFilter;
import co.litper.cerebro.server.read.ParcelLine;
import co.litper.cerebro.server.read.Parcels;
import co.litper.cerebro.server.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Shipments as a sheet, without personal data. What carriers write never becomes a formula: the writer sees to that. */
final class ShipmentSheet {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows of a sheet: some two seconds and ten megabytes. */
    static final int MOST_ROWS = 50_000;

    private ShipmentSheet() {}

    /** Writes the newest {@link #MOST_ROWS} of the filter as they are read, so that the first ones leave at once. */
    static void write(FaceDesk desk, ParcelFilter filter, Texts texts, OutputStream out)
            throws IOException, InterruptedException {
        Parcels parcels = desk.reads().parcels();
        try (SpreadsheetWriter writer = SpreadsheetWriter.xlsx(out, texts.say(ShipmentWords.SHEET), columns(texts))) {
            long before = Long.MAX_VALUE;
            for (int rows = 0; before > 0 && rows < MOST_ROWS; ) {
                Parcels.Page page = parcels.page(filter, before, Parcels.MOST_LINES);
                for (ParcelLine line : page.lines()) {
                    writer.row(row(line, desk, texts));
                }
                rows += page.lines().size();
                before = page.next();
            }
        }
    }

    private static List<SheetColumn> columns(Texts texts) {
        return List.of(
                new SheetColumn(texts.say(ShipmentWords.GUIDE), 18),
                new SheetColumn(texts.say(ShipmentWords.ORDER), 18),
                new SheetColumn(texts.say(ShipmentWords.STATE), 16),
                new SheetColumn(texts.say(ShipmentWords.CARRIER), 18),
                new SheetColumn(texts.say(ShipmentWords.CITY), 24),
                new SheetColumn(texts.say(ShipmentWords.ISSUE), 26),
                new SheetColumn(texts.say(ShipmentWords.DAYS), 8),
                new SheetColumn(texts.say(ShipmentWords.VALUE), 14),
                new SheetColumn(texts.say(ShipmentWords.RISK), 14),
                new SheetColumn(texts.say(ShipmentWords.MOVED), 18));
    }

    private static List<SheetValue> row(ParcelLine line, FaceDesk desk, Texts texts) {
        return List.of(
                SheetValue.of(line.guide()),
                SheetValue.of(line.order()),
                SheetValue.of(texts.state(line.state())),
                SheetValue.of(texts.carrier(line.carrier())),
                SheetValue.of(desk.cities().apply(line.city())),
                SheetValue.of(line.issue().map(texts::reason).orElse("")),
                SheetValue.of(line.daysUnderWay(desk.now()).orElse(0L)),
                SheetValue.of(Math.max(0, line.valueCop())),
                SheetValue.of(line.riskCop()),
                SheetValue.of(ShipmentRow.moment(line.movedMs(), texts)));
    }
}
