package co.litper.cerebro.adapters.people;

import co.litper.cerebro.adapters.sql.ReadTables;
import co.litper.cerebro.adapters.sql.Session;
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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The vault in tables of sealed rows: a row a person, emptied to a tombstone when the person is erased. Nothing of a person is ever
 * written in clear; see {@link PeopleKeys} for the keys.
 *
 * <p>{@link #put} is one transaction in order of reference, and rewrites only who changed; {@link #erase} rewrites the
 * tables, O(their size), so that not even the encrypted bytes remain. Thread-safe.
 */
public final class SealedVault implements Vault {
    private static final int WIRE_VERSION = 1;

    /** People whose rows are sent to the database together. */
    private static final int ROWS_PER_WRITE = 256;

    /** Candidates of a name that are opened at a time, to see whether they fit: some ten microseconds each. */
    private static final int CANDIDATES = 256;

    /** Candidates opened for one search at the most. */
    private static final int MOST_CANDIDATES = 4_096;

    private static final String NAMES = "names";

    private final PeopleTables tables;
    private final PeopleKeys keys;
    private final PersonDigest digest;
    private final NameIndex names;

    /** The vault in {@code tables}. */
    public SealedVault(PeopleTables tables) {
        this.tables = tables;
        this.keys = tables.keys();
        this.digest = new PersonDigest(keys.referenceSecret());
        this.names = new NameIndex(keys.nameSecret());
    }

    /** Puts people of an older release into the index of names, once. O(people) then, else O(1). */
    public void completeNames() {
        if (tables.read(session -> ReadTables.number(session, NAMES).orElse(0)) != 0) {
            return;
        }
        String after = "";
        while (true) {
            String from = after;
            String last = tables.write("index names in", session -> indexFrom(session, from));
            if (last.isEmpty()) {
                break;
            }
            after = last;
        }
        tables.write("note names in", session -> {
            ReadTables.putNumber(session, NAMES, 1);
            return 1;
        });
    }

    private String indexFrom(Session session, String from) throws SQLException {
        names.begin(session);
        String last = "";
        for (Map.Entry<String, Sealed> each :
                PersonRows.page(session, from, ROWS_PER_WRITE).entrySet()) {
            last = each.getKey();
            if (!each.getValue().isTombstone()) {
                names.replace(
                        session,
                        PersonRows.bytes(last),
                        "",
                        open(last, each.getValue()).name());
            }
        }
        names.flush(session);
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
        if (!sorted.isEmpty()) {
            tables.write("put people into", session -> lay(session, sorted));
        }
    }

    /** Lays people over what is known of them, some at a time; returns how many changed. */
    private int lay(Session session, Map<String, Person> sorted) throws SQLException {
        tables.takeTurn(session, sorted.keySet());
        int changed = 0;
        List<String> refs = List.copyOf(sorted.keySet());
        for (int from = 0; from < refs.size(); from += ROWS_PER_WRITE) {
            List<String> some = refs.subList(from, Math.min(refs.size(), from + ROWS_PER_WRITE));
            Map<String, Sealed> known = PersonRows.find(session, some);
            PreparedStatement upsert = session.statement(PersonRows.UPSERT);
            upsert.clearBatch();
            names.begin(session);
            for (String ref : some) {
                if (lay(session, ref, Optional.ofNullable(known.get(ref)), sorted.getOrDefault(ref, Person.NOBODY))) {
                    changed++;
                }
            }
            upsert.executeBatch();
            names.flush(session);
        }
        return changed;
    }

    /** Adds to the batches what becomes of one person; false if nothing changes. */
    private boolean lay(Session session, String ref, Optional<Sealed> old, Person newer) throws SQLException {
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
                old.map(o -> keys.sealAgain(purpose(ref), o, bytes)).orElseGet(() -> keys.seal(purpose(ref), bytes));
        PersonRows.addUpsert(session, ref, box);
        names.replace(session, PersonRows.bytes(ref), known.map(Person::name).orElse(""), now.name());
        return true;
    }

    @Override
    public Optional<Person> find(PersonRef ref) {
        return Optional.ofNullable(findAll(List.of(ref)).get(ref));
    }

    @Override
    public Map<PersonRef, Person> findAll(Collection<PersonRef> refs) {
        List<String> wanted = refs.stream()
                .filter(PersonRef::isKnown)
                .map(PersonRef::value)
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, Sealed> boxes = tables.read(session -> PersonRows.find(session, wanted));
        Map<PersonRef, Person> found = new LinkedHashMap<>();
        for (String ref : wanted) {
            Sealed box = boxes.get(ref);
            if (box != null && !box.isTombstone()) {
                found.put(new PersonRef(ref), open(ref, box));
            }
        }
        return found;
    }

    @Override
    public List<PersonRef> named(String text, PersonRef after, int most) {
        List<String> stems = NameWords.stems(text);
        List<PersonRef> found = new ArrayList<>();
        String from = after.value();
        for (int looked = 0; !stems.isEmpty() && looked < MOST_CANDIDATES; looked += CANDIDATES) {
            String behind = from;
            List<String> candidates = tables.read(session -> names.candidates(session, stems, behind, CANDIDATES));
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
        Optional<Person> known = tables.write("erase from", session -> {
            tables.takeTurn(session, List.of(ref.value()));
            Optional<Person> person = known(session, ref.value());
            PersonRows.bury(session, ref.value());
            if (person.isPresent()) {
                names.begin(session);
                names.replace(
                        session, PersonRows.bytes(ref.value()), person.get().name(), "");
                names.flush(session);
                tables.requestScrub(session);
            }
            return person;
        });
        if (known.isPresent()) {
            tables.scrub();
        }
        return known;
    }

    @Override
    public boolean isErased(PersonRef ref) {
        return ref.isKnown()
                && tables.read(session ->
                        row(session, ref.value()).map(Sealed::isTombstone).orElse(false));
    }

    /** Opens every row. */
    public void check() {
        String after = "";
        while (true) {
            String from = after;
            Map<String, Sealed> page = tables.read(session -> PersonRows.page(session, from, ROWS_PER_WRITE));
            for (Map.Entry<String, Sealed> each : page.entrySet()) {
                after = each.getKey();
                if (!each.getValue().isTombstone()) {
                    open(after, each.getValue());
                }
            }
            if (page.size() < ROWS_PER_WRITE) {
                return;
            }
        }
    }

    private static Optional<Sealed> row(Session session, String ref) throws SQLException {
        return Optional.ofNullable(PersonRows.find(session, List.of(ref)).get(ref));
    }

    private Optional<Person> known(Session session, String ref) throws SQLException {
        return row(session, ref).filter(box -> !box.isTombstone()).map(box -> open(ref, box));
    }

    private Person open(String ref, Sealed box) {
        return decode(keys.open(purpose(ref), box));
    }

    private static String purpose(String ref) {
        return "person " + ref;
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

    /** Closes nothing: whoever opened the tables does. */
    @Override
    public void close() {
        // see above
    }
}
