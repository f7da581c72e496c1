package co.litper.cerebro.server.ingest;

import co.litper.cerebro.logistics.UnknownTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The account of an import while it runs. Thread-safe. */
public final class ImportTally {
    /** Refusals that are shown; all are kept as dead letters. */
    public static final int SHOWN_REFUSALS = 20;
    /** Distinct unknown texts counted. */
    private static final int UNKNOWN = 1_000;

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong historical = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong tariffs = new AtomicLong();
    private final UnknownTexts statuses = new UnknownTexts(UNKNOWN);
    private final UnknownTexts issues = new UnknownTexts(UNKNOWN);
    private final UnknownTexts cities = new UnknownTexts(UNKNOWN);
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<FileTrouble> troubles = new ArrayList<>();

    /**
     * A row that was not taken.
     *
     * @param file name of the file
     * @param line where it begins, from 1
     * @param reason every problem of it, without personal data
     */
    public record Refusal(String file, long line, String reason) {}

    /**
     * A file that could not be read, or not to its end.
     *
     * @param rows rows that were read before
     */
    public record FileTrouble(String file, long rows, String message) {}

    void row() {
        rows.incrementAndGet();
    }

    void recorded(boolean isHistorical) {
        events.incrementAndGet();
        if (isHistorical) {
            historical.incrementAndGet();
        }
    }

    void duplicate() {
        duplicates.incrementAndGet();
    }

    void tariff() {
        tariffs.incrementAndGet();
    }

    void refuse(Refusal refusal) {
        refused.incrementAndGet();
        synchronized (refusals) {
            if (refusals.size() < SHOWN_REFUSALS) {
                refusals.add(refusal);
            }
        }
    }

    void trouble(FileTrouble trouble) {
        synchronized (troubles) {
            troubles.add(trouble);
        }
    }

    /** Rows or lines with content, refused ones included. */
    public long rows() {
        return rows.get();
    }

    /** Events that are new and durable. */
    public long events() {
        return events.get();
    }

    /** Rows that told nothing new. */
    public long duplicates() {
        return duplicates.get();
    }

    /** Those of {@link #events()} from which no effect can come. */
    public long historical() {
        return historical.get();
    }

    /** Rows that were not taken. */
    public long refused() {
        return refused.get();
    }

    /** Tariffs that are new or changed. */
    public long tariffs() {
        return tariffs.get();
    }

    /** Statuses that no dictionary knows. */
    public UnknownTexts statuses() {
        return statuses;
    }

    /** Novedades that no dictionary knows. */
    public UnknownTexts issues() {
        return issues;
    }

    /** Cities that no directory knows. */
    public UnknownTexts cities() {
        return cities;
    }

    /** The first {@value #SHOWN_REFUSALS} refusals. */
    public List<Refusal> refusals() {
        synchronized (refusals) {
            return List.copyOf(refusals);
        }
    }

    /** The files that could not be read to their end. */
    public List<FileTrouble> troubles() {
        synchronized (troubles) {
            return List.copyOf(troubles);
        }
    }
}
