package co.litper.cerebro.server.read;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateCodec;
import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Shipments by number, customer, city, carrier, state and all of them together, the latest first. A page costs the same
 * wherever it begins; it looks at no more than {@link Scan#MOST_LOOKED} rows. Thread-safe.
 */
public final class Parcels {
    /** Shipments of a page at the most. */
    public static final int MOST_LINES = 500;

    /** Shipments that a number or customers may name before the page says that it was cut. */
    static final int MOST_NAMED = 2_000;

    private static final String SELECT = "SELECT " + ParcelColumns.ALL + " FROM parcel ";
    private static final String ONE = SELECT + "WHERE id = ?";
    private static final String BY_KEY = SELECT + "WHERE key = ?";
    private static final String GUIDE =
            "SELECT id FROM parcel INDEXED BY parcel_guide WHERE guide <> '' AND merchant = ?"
                    + " AND guide >= ? AND guide < ? LIMIT " + MOST_NAMED;
    private static final String ORDER =
            "SELECT id FROM parcel INDEXED BY parcel_ord WHERE ord <> '' AND merchant = ? AND ord = ? LIMIT "
                    + MOST_NAMED;
    private static final String CUSTOMER = "SELECT id FROM parcel INDEXED BY parcel_customer WHERE customer IS NOT NULL"
            + " AND customer = ? ORDER BY id DESC LIMIT " + MOST_NAMED;
    private static final String HOME = "SELECT bytes FROM home WHERE id = ?";
    private static final String GUIDE_ONE = SELECT
            + "INDEXED BY parcel_guide WHERE guide <> '' AND merchant = ? AND guide = ? ORDER BY id DESC LIMIT 1";
    private static final String ORDER_ONE =
            SELECT + "INDEXED BY parcel_ord WHERE ord <> '' AND merchant = ? AND ord = ? ORDER BY id DESC LIMIT 1";

    private final ReadTables file;
    private final Words words;

    /**
     * A page.
     *
     * @param lines the latest first
     * @param next the id before which the next page begins, or 0 if nothing is left
     * @param cut true if number or customers name, or may name, more shipments than were looked at
     */
    public record Page(List<ParcelLine> lines, long next, boolean cut) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    Parcels(ReadTables file, Words words) {
        this.file = file;
        this.words = words;
    }

    /**
     * Up to {@code limit} shipments with an id below {@code before}.
     *
     * @param before {@link Long#MAX_VALUE} for the first page, {@link Page#next()} for one that follows
     * @param limit 1 to {@link #MOST_LINES}
     */
    public Page page(ParcelFilter filter, long before, int limit) {
        if (limit < 1 || limit > MOST_LINES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_LINES + ", is " + limit);
        }
        return file.read(session -> {
            Wanted wanted = Wanted.of(session, words, filter);
            if (wanted.isNothing()) {
                return new Page(List.of(), 0, false);
            }
            boolean named = !filter.number().isEmpty() || filter.customers().isPresent();
            return named ? named(session, filter, wanted, before, limit) : scanned(session, wanted, before, limit);
        });
    }

    private Page scanned(Session session, Wanted wanted, long before, int limit) throws SQLException {
        PreparedStatement statement = session.statement(SELECT + wanted.source() + " AND id < ? ORDER BY id DESC");
        int at = wanted.bind(statement);
        statement.setLong(at, before);
        Scan<ParcelLine> found = Scan.of(statement, limit, rows -> fitting(session, rows, wanted));
        return new Page(found.lines(), found.next(), false);
    }

    private Optional<ParcelLine> fitting(Session session, ResultSet rows, Wanted wanted) throws SQLException {
        return wanted.fits(rows) ? Optional.of(ParcelColumns.line(session, words, rows)) : Optional.empty();
    }

    private Page named(Session session, ParcelFilter filter, Wanted wanted, long before, int limit)
            throws SQLException {
        NavigableSet<Long> ids = new TreeSet<>();
        boolean cut = false;
        if (!filter.number().isEmpty()) {
            cut = byNumber(session, wanted.merchant(), filter.number(), ids);
        }
        if (filter.customers().isPresent()) {
            NavigableSet<Long> theirs = new TreeSet<>();
            cut |= byCustomers(session, filter.customers().get(), theirs);
            if (filter.number().isEmpty()) {
                ids = theirs;
            } else {
                ids.retainAll(theirs);
            }
        }
        List<ParcelLine> lines = new ArrayList<>();
        long next = 0;
        for (long id : ids.headSet(before, false).descendingSet()) {
            if (lines.size() == limit) {
                next = lines.getLast().id();
                break;
            }
            line(session, ONE, id, wanted).ifPresent(lines::add);
        }
        return new Page(lines, next, cut);
    }

    private Optional<ParcelLine> line(Session session, String sql, long number, Wanted wanted) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        statement.setLong(1, number);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? fitting(session, rows, wanted) : Optional.empty();
        }
    }

    private static boolean byNumber(Session session, long merchant, String number, NavigableSet<Long> ids)
            throws SQLException {
        PreparedStatement guides = session.statement(GUIDE);
        guides.setLong(1, merchant);
        guides.setString(2, number);
        guides.setString(3, number + Character.MAX_VALUE);
        int found = take(guides, ids);
        PreparedStatement orders = session.statement(ORDER);
        orders.setLong(1, merchant);
        orders.setString(2, number);
        return Math.max(found, take(orders, ids)) == MOST_NAMED;
    }

    private static boolean byCustomers(Session session, List<PersonRef> customers, NavigableSet<Long> ids)
            throws SQLException {
        boolean cut = customers.size() == ParcelFilter.MOST_CUSTOMERS;
        PreparedStatement statement = session.statement(CUSTOMER);
        for (PersonRef customer : customers) {
            if (ids.size() >= MOST_NAMED) {
                return true;
            }
            statement.setBytes(1, HexFormat.of().parseHex(customer.value()));
            cut |= take(statement, ids) == MOST_NAMED;
        }
        return cut;
    }

    private static int take(PreparedStatement statement, NavigableSet<Long> ids) throws SQLException {
        int found = 0;
        try (ResultSet rows = statement.executeQuery()) {
            for (; rows.next(); found++) {
                ids.add(rows.getLong(1));
            }
        }
        return found;
    }

    /** The shipment with this guide, or else this order; the latest if there are several. */
    public Optional<ParcelLine> find(MerchantId merchant, String number) {
        return file.read(session -> {
            long merchantId = words.find(session, merchant.value());
            Optional<ParcelLine> byGuide = one(session, GUIDE_ONE, merchantId, number);
            return byGuide.isPresent() ? byGuide : one(session, ORDER_ONE, merchantId, number);
        });
    }

    private Optional<ParcelLine> one(Session session, String sql, long merchant, String number) throws SQLException {
        PreparedStatement statement = session.statement(sql);
        statement.setLong(1, merchant);
        statement.setString(2, number);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(ParcelColumns.line(session, words, rows)) : Optional.empty();
        }
    }

    /** The shipment with this home key, or empty. */
    public Optional<ParcelLine> withKey(long key) {
        return file.read(session -> {
            PreparedStatement statement = session.statement(BY_KEY);
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(ParcelColumns.line(session, words, rows)) : Optional.empty();
            }
        });
    }

    /** Copies of what is kept of these shipments, in the order given; those that are gone are left out. */
    public List<Home> homes(List<Long> ids) {
        return file.read(session -> {
            List<Home> homes = new ArrayList<>(ids.size());
            PreparedStatement statement = session.statement(HOME);
            for (long id : ids) {
                statement.setLong(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        homes.add(StateCodec.home(rows.getBytes(1)));
                    }
                }
            }
            return homes;
        });
    }
}
