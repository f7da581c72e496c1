package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.read.ParcelLine;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import java.time.Instant;

/**
 * A shipment as a row, in a reader's language.
 *
 * @param number guide or order
 * @param state where it stands
 * @param carrier a dash if none
 * @param city a dash if none
 * @param issue the last novedad; empty if there was none
 * @param open true if that waits for an answer
 * @param days under way; a dash if not known
 * @param value what the customer pays; a dash if not known
 * @param moved last movement; a dash if not known
 * @param still how long without movement, if that is a day or more; else empty
 */
public record ShipmentRow(
        String number,
        String state,
        String carrier,
        String city,
        String issue,
        boolean open,
        String days,
        String value,
        String moved,
        String still) {
    /** The first of the usual steps of alarm. */
    private static final long STILL_HOURS = 24;

    private static final String UNKNOWN = "–";

    static ShipmentRow of(ParcelLine line, FaceDesk desk, Texts texts) {
        Instant now = desk.now();
        return new ShipmentRow(
                line.guide().isEmpty() ? line.order() : line.guide(),
                texts.state(line.state()),
                texts.carrier(line.carrier()),
                desk.cities().apply(line.city()),
                line.issue().map(texts::reason).orElse(""),
                line.open(),
                line.daysUnderWay(now).map(Figures::count).orElse(UNKNOWN),
                line.valueCop() > 0 ? Figures.pesos(line.valueCop()) : UNKNOWN,
                moment(line.movedMs(), texts),
                line.hoursStill(now)
                        .filter(hours -> hours >= STILL_HOURS)
                        .map(hours -> texts.say(ShipmentWords.STILL, Figures.count(hours)))
                        .orElse(""));
    }

    static String moment(long ms, Texts texts) {
        return ms == ParcelState.NO_TIME ? UNKNOWN : Figures.dayTime(Instant.ofEpochMilli(ms), texts.language());
    }
}
