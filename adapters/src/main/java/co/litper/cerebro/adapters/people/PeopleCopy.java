package co.litper.cerebro.adapters.people;

import co.litper.cerebro.adapters.people.PeopleTable.Row;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Moves people, tombstones and dead letters from one database to another, row by row as they are sealed, then reads both sides again
 * and compares counts and hashes. Both must be under the same key, so that references stay what the log calls people by.
 *
 * <p>It can be stopped at any point and run again. A customer who was erased at the other side meanwhile is not brought back: the
 * copy is refused. O(rows); memory: some hundred rows. Nobody else may write meanwhile.
 */
public final class PeopleCopy {
    private final PeopleTables from;
    private final PeopleTables to;

    /**
     * What was moved and found equal on both sides.
     *
     * @param people with those erased
     * @param letters of every status
     * @param hash SHA-256 of every row of people, words of names and letters in the order of their keys, in hexadecimal
     */
    public record Copied(long people, long letters, String hash) {}

    private PeopleCopy(PeopleTables from, PeopleTables to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies all of {@code from} to {@code to} and verifies it.
     *
     * @throws StoreException if the keys differ, someone was erased in {@code to} only, or both sides differ afterwards
     */
    public static Copied run(PeopleTables from, PeopleTables to) {
        if (from.keys().check() != to.keys().check()) {
            throw new StoreException(
                    Kind.CORRUPT,
                    "people can only move under the key they are kept under, and that of the other side is another."
                            + " Maybe give it a copy of this installation's " + MasterKey.FILE_NAME + ".");
        }
        PeopleCopy copy = new PeopleCopy(from, to);
        copy.people();
        copy.anew(PeopleTable.NAME_WORD);
        copy.numbers(copy.anew(PeopleTable.LETTER));
        Copied here = told(from);
        Copied there = told(to);
        if (!here.equals(there)) {
            throw new StoreException(
                    Kind.CORRUPT,
                    "people differ: here " + here + ", there " + there
                            + ". Maybe something else wrote there already; run it again, or use another prefix.");
        }
        return here;
    }

    private void people() {
        each(
                from,
                PeopleTable.PERSON,
                page -> to.write("copy people to", session -> {
                    List<String> refs = page.stream().map(PeopleCopy::ref).toList();
                    to.takeTurn(session, refs);
                    var known = PersonRows.find(session, refs);
                    for (Row row : page) {
                        Sealed there = known.get(ref(row));
                        if (there != null
                                && there.isTombstone()
                                && row.columns().get(1).length > 0) {
                            throw new StoreException(
                                    Kind.CORRUPT,
                                    "customer " + ref(row)
                                            + " was erased there and not here. Maybe erase them here as well.");
                        }
                    }
                    PeopleTable.PERSON.write(session, page);
                    return page.size();
                }));
    }

    /** Words of names and letters have no history: they are cleared there and written anew. Returns how many there are. */
    private long anew(PeopleTable table) {
        to.write("clear", session -> {
            table.clear(session);
            return 0;
        });
        long[] count = new long[1];
        each(from, table, page -> {
            to.write("copy to", session -> {
                table.write(session, page);
                return page.size();
            });
            count[0] += page.size();
        });
        return count[0];
    }

    private void numbers(long letters) {
        long last = from.write("read", session -> from.letterBook().last(session));
        to.write("number letters in", session -> {
            PeopleTables.LetterBook book = to.letterBook();
            book.last(session);
            book.stand(session, last, letters);
            return last;
        });
    }

    private static String ref(Row row) {
        return HexFormat.of().formatHex(row.columns().getFirst());
    }

    private static Copied told(PeopleTables tables) {
        MessageDigest digest = sha256();
        List<Long> counts = new ArrayList<>();
        for (PeopleTable table : PeopleTable.values()) {
            long[] count = new long[1];
            each(tables, table, page -> {
                page.forEach(row -> PeopleTable.digest(digest, row));
                count[0] += page.size();
            });
            counts.add(count[0]);
        }
        return new Copied(
                counts.get(PeopleTable.PERSON.ordinal()),
                counts.get(PeopleTable.LETTER.ordinal()),
                HexFormat.of().formatHex(digest.digest()));
    }

    private interface Pages {
        void visit(List<Row> page);
    }

    private static void each(PeopleTables tables, PeopleTable table, Pages pages) {
        List<Row> page = tables.read(session -> table.page(session, Optional.empty()));
        while (!page.isEmpty()) {
            pages.visit(page);
            Row last = page.getLast();
            page = tables.read(session -> table.page(session, Optional.of(last)));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
