package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.adapters.sqlite.PeopleFile.Sealed;
import co.litper.cerebro.vault.NameWords;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.PersonDigest;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The vault in {@code people.db}: a row a person, emptied to a tombstone when the person is erased. Nothing of a person is ever written in clear; see {@link PeopleFile} for the keys.
 *
 * <p>{@link #put} is one transaction in order of reference, and rewrites only who changed; {@link #erase} rewrites the
 * file, O(its size), so that not even the encrypted bytes remain. Thread-safe.
 */
final class SqliteVault implements Vault {
    private static final int WIRE_VERSION = 1;

    /** People whose rows are sent to SQLite together. */
    private static final int ROWS_PER_WRITE = 256;

    private static final String FIND = "SELECT key, data FROM person WHERE ref = ?";
    private static final String ALL = "SELECT ref, key, data FROM person WHERE key IS NOT NULL";
    private static final String UPSERT = "INSERT OR REPLACE INTO person(ref, key, data) VALUES(?, ?, ?)";
    private static final String BURY = "INSERT OR REPLACE INTO person(ref, key, data) VALUES(?, NULL, NULL)";

    /** Candidates of a name that are opened at a time, to see whether they fit: some ten microseconds each. */
    private static final int CANDIDATES = 256;

    /** Candidates opened for one search at the most. */
    private static final int MOST_CANDIDATES = 4_096;

    /** People whose names a vault of an older release gets into its index in one transaction. */
    private static final int NAMES_AT_A_TIME = 1_000;

    private static final String NAMES = "names";
    private static final String NEXT =
            "SELECT ref, key, data FROM person WHERE ref > ? AND key IS NOT NULL ORDER BY ref LIMIT " + NAMES_AT_A_TIME;

    private final PeopleFile file;
    private final PersonDigest digest;
    private final NameIndex names;

    SqliteVault(PeopleFile file) {
        this.file = file;
        this.digest = new PersonDigest(file.referenceSecret());
        this.names = new NameIndex(file.nameSecret());
    }

    /** Puts people of an older release into the index of names, once. O(people) then, else O(1). */
    void completeNames() {
        if (file.database()
                        .read(session -> Rows.meta(session.connection(), NAMES))
                        .orElse(0)
                != 0) {
            return;
        }
        String after = "";
        while (true) {
            String from = after;
            String last = file.database().write("index names in", session -> indexFrom(session, from));
            if (last.isEmpty()) {
                break;
            }
            after = last;
        }
        file.database().write("note names in", session -> {
            Rows.putMeta(session.connection(), NAMES, 1);
            return 1;
        });
    }

    private String indexFrom(Session session, String from) throws SQLException {
        Map<String, Sealed> boxes = new LinkedHashMap<>();
        PreparedStatement next = session.statement(NEXT);
        next.setBytes(1, bytes(from));
        try (ResultSet rows = next.executeQuery()) {
            while (rows.next()) {
                boxes.put(
                        HexFormat.of().formatHex(Rows.bytes(rows, 1)),
                        new Sealed(Rows.bytes(rows, 2), Rows.bytes(rows, 3)));
            }
        }
        String last = "";
        for (Map.Entry<String, Sealed> each : boxes.entrySet()) {
            last = each.getKey();
            names.replace(session, bytes(last), "", open(last, each.getValue()).name());
        }
        return last;
    }

    @Override
    public PersonRef refer(MerchantId merchant, String phone) {
        return digest.refer(merchant, phone);
    }

    @Override
    public void put(Map<PersonRef, Person> people) {
        Map<String, Person> sorted = new TreeMap<>();
        people.forEach((ref, person) -> {
            if (ref.isKnown()) {
                sorted.put(ref.value(), person);
            }
        });
        if (sorted.isEmpty()) {
            return;
        }
        file.database().write("put people into", session -> {
            int waiting = 0;
            PreparedStatement upsert = session.statement(UPSERT);
            upsert.clearBatch();
            for (Map.Entry<String, Person> one : sorted.entrySet()) {
                if (lay(session, upsert, one.getKey(), one.getValue()) && ++waiting % ROWS_PER_WRITE == 0) {
                    upsert.executeBatch();
                }
            }
            upsert.executeBatch();
            return waiting;
        });
    }

    /** Adds to the batch what becomes of one person; false if nothing changes. */
    private boolean lay(Session session, PreparedStatement upsert, String ref, Person newer) throws SQLException {
        Optional<Sealed> old = row(session, ref);
        if (old.isPresent() && old.get().isTombstone()) {
            return false;
        }
        Optional<Person> known = old.map(box -> open(ref, box));
        Person now = known.map(person -> person.updatedBy(newer)).orElse(newer);
        if (known.isPresent() && known.get().equals(now)) {
            return false;
        }
        byte[] bytes = encode(now);
        Sealed box =
                old.map(o -> file.sealAgain(purpose(ref), o, bytes)).orElseGet(() -> file.seal(purpose(ref), bytes));
        upsert.setBytes(1, bytes(ref));
        upsert.setBytes(2, box.key());
        upsert.setBytes(3, box.data());
        upsert.addBatch();
        names.replace(session, bytes(ref), known.map(Person::name).orElse(""), now.name());
        return true;
    }

    @Override
    public Optional<Person> find(PersonRef ref) {
        return Optional.ofNullable(findAll(List.of(ref)).get(ref));
    }

    @Override
    public Map<PersonRef, Person> findAll(Collection<PersonRef> refs) {
        Map<PersonRef, Person> found = new LinkedHashMap<>();
        file.database().read(session -> {
            for (PersonRef ref : refs) {
                if (ref.isKnown() && !found.containsKey(ref)) {
                    known(session, ref.value()).ifPresent(person -> found.put(ref, person));
                }
            }
            return found;
        });
        return found;
    }

    @Override
    public List<PersonRef> named(String text, PersonRef after, int most) {
        List<String> stems = NameWords.stems(text);
        List<PersonRef> found = new ArrayList<>();
        String from = after.value();
        for (int looked = 0; !stems.isEmpty() && looked < MOST_CANDIDATES; looked += CANDIDATES) {
            String behind = from;
            List<String> candidates =
                    file.database().read(session -> names.candidates(session, stems, behind, CANDIDATES));
            List<PersonRef> refs = candidates.stream().map(PersonRef::new).toList();
            findAll(refs).forEach((ref, person) -> {
                if (found.size() < most && NameWords.fits(person.name(), text)) {
                    found.add(ref);
                }
            });
            if (found.size() == most || candidates.size() < CANDIDATES) {
                break;
            }
            from = candidates.getLast();
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<Person> erase(PersonRef ref) {
        if (!ref.isKnown()) {
            return Optional.empty();
        }
        Optional<Person> known = file.database().write("erase from", session -> {
            Optional<Person> person = known(session, ref.value());
            PreparedStatement bury = session.statement(BURY);
            bury.setBytes(1, bytes(ref.value()));
            bury.executeUpdate();
            if (person.isPresent()) {
                names.replace(session, bytes(ref.value()), person.get().name(), "");
                file.requestScrub(session);
            }
            return person;
        });
        if (known.isPresent()) {
            file.scrub();
        }
        return known;
    }

    @Override
    public boolean isErased(PersonRef ref) {
        return ref.isKnown()
                && file.database()
                        .read(session -> row(session, ref.value())
                                .map(Sealed::isTombstone)
                                .orElse(false));
    }

    /** Opens every row. */
    void check() {
        file.database().read(session -> {
            try (ResultSet rows = session.statement(ALL).executeQuery()) {
                while (rows.next()) {
                    String ref = HexFormat.of().formatHex(Rows.bytes(rows, 1));
                    open(ref, new Sealed(Rows.bytes(rows, 2), Rows.bytes(rows, 3)));
                }
            }
            return 0;
        });
    }

    private Optional<Person> known(Session session, String ref) throws SQLException {
        return row(session, ref).filter(box -> !box.isTombstone()).map(box -> open(ref, box));
    }

    private Person open(String ref, Sealed box) {
        return decode(file.open(purpose(ref), box));
    }

    private static Optional<Sealed> row(Session session, String ref) throws SQLException {
        PreparedStatement statement = session.statement(FIND);
        statement.setBytes(1, bytes(ref));
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Sealed(Rows.bytes(rows, 1), Rows.bytes(rows, 2))) : Optional.empty();
        }
    }

    private static String purpose(String ref) {
        return "person " + ref;
    }

    private static byte[] bytes(String ref) {
        return HexFormat.of().parseHex(ref);
    }

    private static byte[] encode(Person person) {
        return new WireWriter()
                .octet(WIRE_VERSION)
                .text(person.name())
                .text(person.phone())
                .text(person.address())
                .text(person.email())
                .text(person.note())
                .toBytes();
    }

    private static Person decode(byte[] bytes) {
        WireReader reader = new WireReader(bytes);
        WireVersions.require("person", reader.octet(), WIRE_VERSION);
        return new Person(reader.text(), reader.text(), reader.text(), reader.text(), reader.text());
    }

    /** Closes nothing: the store that handed it out does. */
    @Override
    public void close() {
        // see above
    }
}
