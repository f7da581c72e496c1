package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.Session;
import java.sql.SQLException;
import java.util.List;

/** The tallies of shipments. */
record ParcelTallies(Tallies<LaneCount> lane, Tallies<StandCount> stand, Tallies<DayCount> day) {
    static ParcelTallies empty() {
        return new ParcelTallies(
                new Tallies<>("lane", List.of("merchant", "carrier", "city"), LaneCount.values()),
                new Tallies<>("stand", List.of("merchant", "carrier", "state"), StandCount.values()),
                new Tallies<>("day", List.of("merchant", "day", "carrier"), DayCount.values()));
    }

    void flush(Session session) throws SQLException {
        lane.flush(session);
        stand.flush(session);
        day.flush(session);
    }

    void forget() {
        lane.forget();
        stand.forget();
        day.forget();
    }
}
