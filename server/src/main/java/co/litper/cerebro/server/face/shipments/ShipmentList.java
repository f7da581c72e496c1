package co.litper.cerebro.server.face.shipments;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.List;
import java.util.Optional;

/**
 * Shipments that were asked for.
 *
 * @param text what was written; empty if nothing
 * @param state of the filter
 * @param carrier of the filter
 * @param city code of the filter; empty for any
 * @param open true for those with an open novedad only
 * @param rows the latest first
 * @param next the cursor of the next page; empty if this is the last
 * @param cut true if names mean more shipments than were looked at
 * @param carriers that can be chosen
 * @param query the filter as a query, for links; empty if text was written
 * @param told what became of a bulk act; may be empty
 */
public record ShipmentList(
        String text,
        Optional<ShipmentState> state,
        Optional<Carrier> carrier,
        String city,
        boolean open,
        List<ShipmentRow> rows,
        String next,
        boolean cut,
        List<Carrier> carriers,
        String query,
        String told) {
    public ShipmentList {
        rows = List.copyOf(rows);
        carriers = List.copyOf(carriers);
    }

    /** This with what became of a bulk act. */
    ShipmentList after(String what) {
        return new ShipmentList(text, state, carrier, city, open, rows, next, cut, carriers, query, what);
    }
}
