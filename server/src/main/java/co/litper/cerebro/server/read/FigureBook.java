package co.litper.cerebro.server.read;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.server.kpi.Calibration;
import co.litper.cerebro.server.kpi.CarrierTally;
import co.litper.cerebro.server.kpi.Kpis;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Key figures, of a moment and by day. Each question reads a table of sums: O(lanes) or O(days · carriers). Thread-safe. */
public final class FigureBook {
    /** Days of one question at the most. */
    public static final int MOST_DAYS = 400;

    /** Days in which nearly every shipment has ended, returned ones as well. */
    private static final int LONGEST_DAYS = 21;

    private static final LaneCount[] LANES = LaneCount.values();
    private static final DayCount[] DAYS = DayCount.values();
    private static final BrainCount[] BRAINS = BrainCount.values();

    private static final String STANDS =
            "SELECT state, sum(parcels) FROM stand WHERE merchant = ? GROUP BY state HAVING sum(parcels) > 0";
    private static final String CARRIERS =
            "SELECT carrier, " + Sums.summed(LANES) + " FROM lane WHERE merchant = ? GROUP BY carrier";
    private static final String BY_DAY =
            "SELECT day, " + Sums.summed(DAYS) + " FROM day WHERE merchant = ? AND day >= ? AND day <= ? GROUP BY day";
    private static final String BRAIN =
            "SELECT day, " + Sums.plain(BRAINS) + " FROM brain WHERE merchant = ? AND day >= ? AND day <= ?";
    private static final String BEGUN_BY =
            "SELECT 1 FROM day WHERE merchant = ? AND day <= ? AND " + Tallies.column(DayCount.BEGUN) + " > 0 LIMIT 1";
    private static final String ALL_BRAINS = "SELECT " + Sums.summed(BRAINS) + " FROM brain";

    private final ReadTables file;
    private final Words words;

    FigureBook(ReadTables file, Words words) {
        this.file = file;
        this.words = words;
    }

    /** The figures of {@code merchant} as they stand. */
    public Kpis kpis(MerchantId merchant, Instant now) {
        return file.read(session -> {
            long id = words.find(session, merchant.value());
            SortedMap<Carrier, CarrierTally> carriers = new TreeMap<>();
            Sums<LaneCount> all = Sums.none(LANES);
            PreparedStatement statement = session.statement(CARRIERS);
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Sums<LaneCount> sums = Sums.read(rows, 2, LANES);
                    all.add(sums);
                    if (sums.count(LaneCount.PARCELS) > 0) {
                        carriers.put(new Carrier(words.text(session, rows.getLong(1))), tally(sums));
                    }
                }
            }
            Sums<BrainCount> brain = brains(session);
            return new Kpis(
                    now,
                    states(session, id),
                    tally(all),
                    carriers,
                    brain.count(BrainCount.DECISIONS),
                    calibration(brain));
        });
    }

    private static CarrierTally tally(Sums<LaneCount> s) {
        return CarrierTally.of(
                s.count(LaneCount.PARCELS),
                s.count(LaneCount.DELIVERED),
                s.count(LaneCount.PROMISED),
                s.count(LaneCount.LATE),
                s.count(LaneCount.RETURNED),
                s.count(LaneCount.OPEN_ISSUES),
                s.count(LaneCount.ENDED_WITH_ISSUE),
                s.count(LaneCount.RESCUED));
    }

    private static Calibration calibration(Sums<BrainCount> s) {
        double delivered = s.of(BrainCount.DELIVERED);
        return new Calibration(
                s.count(BrainCount.SETTLED),
                s.of(BrainCount.POINTS),
                s.count(BrainCount.COP),
                s.count(BrainCount.DELIVERED),
                s.of(BrainCount.FORESEEN) / delivered,
                s.of(BrainCount.LATE) / delivered);
    }

    private static Map<ShipmentState, Long> states(Session session, long merchant) throws SQLException {
        Map<ShipmentState, Long> states = new EnumMap<>(ShipmentState.class);
        PreparedStatement statement = session.statement(STANDS);
        statement.setLong(1, merchant);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                states.put(ShipmentState.values()[rows.getInt(1)], rows.getLong(2));
            }
        }
        return states;
    }

    private static Sums<BrainCount> brains(Session session) throws SQLException {
        try (ResultSet rows = session.statement(ALL_BRAINS).executeQuery()) {
            return rows.next() ? Sums.read(rows, 1, BRAINS) : Sums.none(BRAINS);
        }
    }

    /** How many shipments stand so; states in which none stands are left out. */
    public Map<ShipmentState, Long> states(MerchantId merchant) {
        return file.read(session -> states(session, words.find(session, merchant.value())));
    }

    /** Each day from {@code from} to {@code to}, both included, also those on which nothing happened. */
    public List<DayFigures> days(MerchantId merchant, LocalDate from, LocalDate to) {
        requireSpan(from, to);
        Map<Long, Sums<DayCount>> found = byDay(BY_DAY, DAYS, merchant, from, to);
        return from.datesUntil(to.plusDays(1))
                .map(day -> DayFigures.of(day, found.getOrDefault(day.toEpochDay(), Sums.none(DAYS))))
                .toList();
    }

    /** The same days as one. */
    public DayFigures span(MerchantId merchant, LocalDate from, LocalDate to) {
        requireSpan(from, to);
        Sums<DayCount> all = Sums.none(DAYS);
        byDay(BY_DAY, DAYS, merchant, from, to).values().forEach(all::add);
        return DayFigures.of(from, all);
    }

    /** What the brain decided each day from {@code from} to {@code to}, both included. */
    public List<BrainFigures> brainDays(MerchantId merchant, LocalDate from, LocalDate to) {
        requireSpan(from, to);
        Map<Long, Sums<BrainCount>> found = byDay(BRAIN, BRAINS, merchant, from, to);
        return from.datesUntil(to.plusDays(1))
                .map(day -> BrainFigures.of(day, found.getOrDefault(day.toEpochDay(), Sums.none(BRAINS))))
                .toList();
    }

    /** The same days as one. */
    public BrainFigures brainSpan(MerchantId merchant, LocalDate from, LocalDate to) {
        return BrainFigures.of(from, brainSums(merchant, from, to));
    }

    /** What the brain's answers to novedades of the last {@link Worth#DAYS} were worth, as far as is known now. */
    public Worth worth(MerchantId merchant, LocalDate today) {
        return Worth.of(brainSums(merchant, today.minusDays(Worth.DAYS - 1L), today));
    }

    private Sums<BrainCount> brainSums(MerchantId merchant, LocalDate from, LocalDate to) {
        requireSpan(from, to);
        Sums<BrainCount> all = Sums.none(BRAINS);
        byDay(BRAIN, BRAINS, merchant, from, to).values().forEach(all::add);
        return all;
    }

    /**
     * The key figures over the {@code days} days that end with today, beside as many before, one a {@link Goal}.
     *
     * @param days 1 to {@link #MOST_DAYS} / 2
     */
    public List<Tile> tiles(MerchantId merchant, Instant now, int days) {
        LocalDate today = Days.today(now);
        LocalDate from = today.minusDays(days - 1L);
        LocalDate earlier = from.minusDays(days);
        LocalDate eve = from.minusDays(1);
        return new Tiles(
                        days(merchant, from, today),
                        brainDays(merchant, from, today),
                        span(merchant, from, today),
                        span(merchant, earlier, eve),
                        brainSpan(merchant, from, today),
                        brainSpan(merchant, earlier, eve),
                        isKnownSince(merchant, earlier.minusDays(LONGEST_DAYS)))
                .all();
    }

    /**
     * True if shipments are known that began by then: what ended in the days that follow is then known whether it was fast or
     * slow.
     */
    private boolean isKnownSince(MerchantId merchant, LocalDate day) {
        return file.read(session -> {
            PreparedStatement statement = session.statement(BEGUN_BY);
            statement.setLong(1, words.find(session, merchant.value()));
            statement.setLong(2, day.toEpochDay());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    private <E extends Enum<E>> Map<Long, Sums<E>> byDay(
            String sql, E[] columns, MerchantId merchant, LocalDate from, LocalDate to) {
        return file.read(session -> {
            Map<Long, Sums<E>> found = new HashMap<>();
            PreparedStatement statement = session.statement(sql);
            statement.setLong(1, words.find(session, merchant.value()));
            statement.setLong(2, from.toEpochDay());
            statement.setLong(3, to.toEpochDay());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), Sums.read(rows, 2, columns));
                }
            }
            return found;
        });
    }

    private static void requireSpan(LocalDate from, LocalDate to) {
        long days = to.toEpochDay() - from.toEpochDay() + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "from " + from + " to " + to + " are " + days + " days, allowed 1 to " + MOST_DAYS);
        }
    }
}
