package co.litper.cerebro.server.read;

import co.litper.cerebro.Concerned;
import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.server.LiveState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.WireReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Brings the read tables from their own position in the log to one farther on, batch by batch. Rows and position are one
 * transaction: an entry counts once, whatever is cut short.
 *
 * <p>Shipments are not folded from entries but looked up in the state, which may stand farther on than the batch: then their
 * rows are written again when the entry that changed them comes, which changes nothing. One thread.
 */
final class Projector {
    /** Entries of a batch: the state is held still while their shipments are copied, some ten milliseconds. */
    static final int MOST_ENTRIES = 500;

    /** Shipments whose risk is reckoned anew in one transaction after a setting changed. */
    private static final int MOST_ANEW = 500;

    /** Shipments of which it is remembered when they were written last: about 150 bytes each. */
    private static final int MOST_REMEMBERED = 100_000;

    private static final String POSITION = "position";
    private static final String ANEW = "anew";
    private static final String ECONOMICS = "economics.";
    private static final String ANEW_FROM = "SELECT id, key FROM parcel WHERE id > ? ORDER BY id LIMIT " + MOST_ANEW;
    private static final String MOMENT = "INSERT INTO moment(parcel, position) VALUES(?, ?) ON CONFLICT DO NOTHING";
    private static final String OWNER = "SELECT id, merchant FROM parcel WHERE key = ?";

    private final ReadTables file;
    private final Words words;
    private final EventLog log;
    private final AnswerDeadlines deadlines;
    private final ParcelTallies tallies = ParcelTallies.empty();
    private final ParcelWriter parcels;
    private final DecisionWriter decisions = new DecisionWriter();
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Map<Long, Written> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Written> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private volatile long position;
    private volatile boolean reckoning;

    /**
     * A row that stands in the tables.
     *
     * @param through the log position at which its shipment was copied: entries up to there change nothing in it
     */
    private record Written(long id, long through) {}

    /** An entry of the log, as far as it matters here. */
    private record Seen(long position, Set<Long> keys, List<Fact> facts) {}

    /**
     * A batch.
     *
     * @param rows of the shipments concerned, by home key
     * @param homes to which home each key leads; 0 if to none
     * @param ids numbers of the shipments whose rows stand as they are
     * @param through the log position at which the rows were copied
     */
    private record Batch(
            List<Seen> entries,
            Map<Long, ParcelRow> rows,
            Map<Long, Long> homes,
            Map<Long, Long> ids,
            long through,
            boolean configured) {}

    Projector(ReadTables file, Words words, EventLog log, AnswerDeadlines deadlines) {
        this.file = file;
        this.words = words;
        this.log = log;
        this.deadlines = deadlines;
        this.parcels = new ParcelWriter(words, tallies);
        this.position = standing(positionIn(file));
        this.reckoning = file.read(session -> ReadTables.number(session, ANEW).orElse(0)) != 0;
    }

    /** Tables that tell nothing stand before the first entry of the log. */
    private long standing(long told) {
        return Math.max(told, log.first() - 1);
    }

    /** The position up to which the tables of {@code file} tell everything. */
    static long positionIn(ReadTables file) {
        return file.read(session -> ReadTables.number(session, POSITION).orElse(0));
    }

    /** Begins again where the tables stand, after somebody else wrote them. Tables of another store or release tell nothing. */
    void reload() {
        forget();
        written.clear();
        long now = standing(file.areOurs() ? positionIn(file) : 0);
        if (now < position) {
            words.clear();
        }
        position = now;
        reckoning = file.read(session -> ReadTables.number(session, ANEW).orElse(0)) != 0;
    }

    /** The log position up to which the tables tell everything. */
    long position() {
        return position;
    }

    /** True while what is at risk is reckoned anew after a setting changed. */
    boolean isReckoning() {
        return reckoning;
    }

    /** Takes in the next batch; false if there is nothing to do. */
    boolean step(LiveState state) throws InterruptedException {
        if (position + 1 >= log.end()) {
            return reckonAnew(state);
        }
        Batch batch = read(state);
        long last = batch.entries().getLast().position();
        file.makeRoom(batch.entries().getFirst().position(), last);
        try {
            file.write("project into", session -> {
                requireUntouched(session);
                write(session, batch);
                ReadTables.putNumber(session, POSITION, last);
                if (batch.configured()) {
                    ReadTables.putNumber(session, ANEW, 1);
                }
                return last;
            });
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
        words.committed();
        batch.rows()
                .keySet()
                .forEach(home -> written.put(
                        home, new Written(Objects.requireNonNull(batch.ids().get(home), "written"), batch.through())));
        reckoning |= batch.configured();
        position = last;
        return true;
    }

    /** What is remembered of the tables holds only while nobody else writes them. */
    private void requireUntouched(Session session) throws SQLException {
        long stands = standing(ReadTables.number(session, POSITION).orElse(0));
        if (stands != position) {
            throw new StoreException(
                    StoreException.Kind.LOCKED,
                    "the read tables stand at " + stands + " and not at " + position
                            + ". Maybe another process wrote them meanwhile; it is begun again from there.");
        }
    }

    private void forget() {
        words.forget();
        tallies.forget();
        decisions.forget();
    }

    private Batch read(LiveState state) throws InterruptedException {
        List<Seen> entries = new ArrayList<>();
        Set<Long> keys = new LinkedHashSet<>();
        boolean[] configured = new boolean[1];
        long from = position + 1;
        log.read(from, entry -> {
            Envelope e = codec.decode(entry.event());
            List<Fact> facts = FactsCodec.decode(entry.facts());
            Seen seen = new Seen(entry.position(), Concerned.keys(e, facts), facts);
            entries.add(seen);
            keys.addAll(seen.keys());
            configured[0] |=
                    e.event() instanceof ConfigurationChanged c && c.key().startsWith(ECONOMICS);
            return entries.size() < MOST_ENTRIES;
        });
        Map<Long, ParcelRow> rows = new LinkedHashMap<>();
        Map<Long, Long> homes = new LinkedHashMap<>(); // in the order of the log, in which shipments are numbered
        Map<Long, Long> ids = new HashMap<>();
        long last = entries.getLast().position();
        long through = state.ask(view -> {
            for (long key : keys) {
                long home = view.state().homeKey(key);
                homes.put(key, home);
                Written before = written.get(home);
                if (before != null && before.through() >= last) {
                    ids.put(home, before.id());
                }
            }
            Set<Long> due = new LinkedHashSet<>(homes.values());
            due.removeAll(ids.keySet());
            copy(view, due, rows);
            view.trim();
            return view.position();
        });
        return new Batch(entries, rows, homes, ids, through, configured[0]);
    }

    private void copy(StateView view, Set<Long> homes, Map<Long, ParcelRow> rows) {
        Economics economics = view.state().control().settings().economics();
        for (long home : homes) {
            if (home != 0) {
                rows.put(home, ParcelRow.of(home, view.state().home(home).orElseThrow(), economics, deadlines));
            }
        }
    }

    private void write(Session session, Batch batch) throws SQLException {
        Map<Long, Long> ids = batch.ids();
        for (ParcelRow row : batch.rows().values()) {
            ids.put(row.key(), parcels.put(session, row));
        }
        for (Map.Entry<Long, Long> each : batch.homes().entrySet()) {
            long home = each.getValue();
            if (home != 0 && home != each.getKey()) {
                long into = Objects.requireNonNull(ids.get(home), "every home has its row");
                decisions.absorb(session, parcels.absorb(session, each.getKey(), into), into);
            }
        }
        for (Seen entry : batch.entries()) {
            for (long key : entry.keys()) {
                Long id = ids.get(batch.homes().getOrDefault(key, 0L));
                if (id != null) {
                    PreparedStatement moment = session.statement(MOMENT);
                    moment.setLong(1, id);
                    moment.setLong(2, entry.position());
                    moment.executeUpdate();
                }
            }
            for (Fact fact : entry.facts()) {
                write(session, fact, entry.position(), batch.homes());
            }
        }
        tallies.flush(session);
        decisions.flush(session);
    }

    private void write(Session session, Fact fact, long at, Map<Long, Long> homes) throws SQLException {
        switch (fact) {
            case Decision d -> {
                PreparedStatement about = session.statement(OWNER);
                about.setLong(1, homes.getOrDefault(d.key(), 0L));
                try (ResultSet rows = about.executeQuery()) {
                    if (rows.next()) {
                        decisions.put(
                                session,
                                d,
                                new DecisionWriter.About(
                                        rows.getLong(1),
                                        rows.getLong(2),
                                        words.put(session, carrier(d).code())));
                    }
                }
            }
            case Settled s -> decisions.settle(session, s, at);
            case PlannedEffect p -> {}
            case HandedOver h -> {}
            case Considered c -> {}
        }
    }

    /** Who had the shipment when it was decided about. */
    private static Carrier carrier(Decision d) {
        return ShipmentContext.read(new WireReader(d.context())).carrier();
    }

    /** After a setting changed: what is at risk is reckoned anew of all shipments, a few at a time. */
    private boolean reckonAnew(LiveState state) throws InterruptedException {
        if (!reckoning) {
            return false;
        }
        long from = file.read(session -> ReadTables.number(session, ANEW).orElse(1));
        Map<Long, Long> due = file.read(session -> keysFrom(session, from - 1));
        Map<Long, ParcelRow> rows = new LinkedHashMap<>();
        if (!due.isEmpty()) {
            state.ask(view -> {
                Set<Long> homes = new LinkedHashSet<>();
                due.values().forEach(key -> homes.add(view.state().homeKey(key)));
                copy(view, homes, rows);
                view.trim();
                return rows;
            });
        }
        long next = due.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        try {
            file.write("reckon anew in", session -> {
                requireUntouched(session);
                for (ParcelRow row : rows.values()) {
                    parcels.put(session, row);
                }
                tallies.flush(session);
                ReadTables.putNumber(session, ANEW, next == 0 ? 0 : next + 1);
                return next;
            });
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
        words.committed();
        reckoning = next != 0;
        return true;
    }

    private static Map<Long, Long> keysFrom(Session session, long after) throws SQLException {
        Map<Long, Long> keys = new LinkedHashMap<>();
        PreparedStatement statement = session.statement(ANEW_FROM);
        statement.setLong(1, after);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return keys;
    }
}
