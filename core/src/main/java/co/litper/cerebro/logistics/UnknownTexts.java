package co.litper.cerebro.logistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Counts texts that no dictionary knows, so that the most frequent can be taught: kept as written, in bounded space.
 *
 * <p>Space-Saving (Metwally, Agrawal, El Abbadi 2005): once {@code capacity} texts are held, a new one takes the place
 * and the count of the rarest, and the taken-over count is told as {@link Row#atMostTooMany}. Any text that makes up
 * more than 1/capacity of all is held for sure. Departs from the paper in that ties fall to the text that sorts first,
 * so that equal input gives equal listings. Texts are free text of people: the digits of a text with seven or more are
 * masked, names are not, so a listing belongs on screen, never in a log. O(log capacity) per count. Thread-safe by locking; the
 * unknown is rare.
 */
public final class UnknownTexts {
    /** Characters kept of a text. */
    public static final int MAX_TEXT = 120;

    private static final int DIGITS_TO_MASK = 7;

    /**
     * One text of the listing.
     *
     * @param kind what it was read as, such as {@code status COORDINADORA} or {@code city}
     * @param text as first written, cut at {@value UnknownTexts#MAX_TEXT} characters, phones masked
     * @param count how often, at least the true number
     * @param atMostTooMany by how much the count may be too high
     */
    public record Row(String kind, String text, long count, long atMostTooMany) {}

    private static final class Cell {
        final String kind;
        final String key;
        final String text;
        final long inherited;
        long count;

        Cell(String kind, String key, String text, long inherited) {
            this.kind = kind;
            this.key = key;
            this.text = text;
            this.inherited = inherited;
            this.count = inherited;
        }
    }

    private final int capacity;
    private final Map<String, Cell> cells = new HashMap<>();
    private final TreeSet<Cell> byCount =
            new TreeSet<>(Comparator.<Cell>comparingLong(cell -> cell.count).thenComparing(cell -> cell.key));
    private long total;

    /** @param capacity distinct texts held, at least 1 */
    public UnknownTexts(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, is " + capacity);
        }
        this.capacity = capacity;
    }

    /** Counts {@code raw}, read as {@code kind}; spellings that fold alike count as one. */
    public synchronized void count(String kind, String raw) {
        String text = masked(raw);
        String key = kind + '\n' + Folding.fold(text);
        Cell cell = cells.get(key);
        if (cell == null) {
            cell = admit(kind, key, text);
        } else {
            byCount.remove(cell);
        }
        cell.count++;
        total++;
        byCount.add(cell);
    }

    /** All that was counted. */
    public synchronized long total() {
        return total;
    }

    /** The most frequent, at most {@code limit}, in falling order of count, then by kind and text. */
    public synchronized List<Row> top(int limit) {
        List<Cell> sorted = new ArrayList<>(byCount);
        sorted.sort(Comparator.<Cell>comparingLong(cell -> -cell.count).thenComparing(cell -> cell.key));
        return sorted.stream()
                .limit(limit)
                .map(cell -> new Row(cell.kind, cell.text, cell.count, cell.inherited))
                .toList();
    }

    private Cell admit(String kind, String key, String text) {
        long inherited = 0;
        if (cells.size() == capacity) {
            Cell rarest = byCount.pollFirst();
            cells.remove(rarest.key);
            inherited = rarest.count;
        }
        Cell cell = new Cell(kind, key, text, inherited);
        cells.put(key, cell);
        return cell;
    }

    /** Seven digits are a phone, a document or a full address; a status code has fewer. */
    private static String masked(String raw) {
        String text = raw.length() > MAX_TEXT ? raw.substring(0, MAX_TEXT) : raw;
        if (text.chars().filter(Character::isDigit).count() < DIGITS_TO_MASK) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            if (Character.isDigit(out.charAt(i))) {
                out.setCharAt(i, '#');
            }
        }
        return out.toString();
    }
}
