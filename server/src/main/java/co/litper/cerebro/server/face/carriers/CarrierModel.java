package co.litper.cerebro.server.face.carriers;

import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.read.Interval;
import co.litper.cerebro.server.read.Scorecard;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import java.util.List;

/**
 * Carriers and lanes, in a reader's language.
 *
 * @param carriers each over all cities
 * @param lanesTitle heading of the lanes
 * @param city as the reader wrote it; empty for all
 * @param lanes the largest first
 * @param chosen code of the carrier whose lanes these are; empty for all
 * @param next how many lanes to leave out on the next page; 0 if this is the last
 * @param map cities and lanes of what is shown
 */
public record CarrierModel(
        List<Card> carriers, String lanesTitle, String city, List<Card> lanes, String chosen, int next, MapModel map) {
    public CarrierModel {
        carriers = List.copyOf(carriers);
        lanes = List.copyOf(lanes);
    }

    /**
     * How a carrier does.
     *
     * @param path its lanes, or the lane's shipments; empty for none
     */
    public record Card(
            String carrier,
            String path,
            String city,
            String parcels,
            String open,
            String onTime,
            String returns,
            String issues,
            String rescues,
            String days,
            String lost) {}

    static Card card(Scorecard card, String path, FaceDesk desk, Texts texts) {
        return new Card(
                texts.carrier(card.carrier()),
                path,
                desk.cities().apply(card.city()),
                Figures.count(card.parcels()),
                Figures.count(card.open()),
                share(card.onTime()),
                share(card.returns()),
                share(card.issues()),
                share(card.rescues()),
                card.days().isKnown() ? Figures.decimal(card.days().value(), 1) : "–",
                Figures.pesos(card.lostCop()));
    }

    private static String share(Interval share) {
        return share.isKnown() ? Figures.percentBetween(share.value(), share.low(), share.high(), 0) : "–";
    }
}
