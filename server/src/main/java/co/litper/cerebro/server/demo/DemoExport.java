package co.litper.cerebro.server.demo;

import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Dropi export of a merchant who does not exist: about sixty cities by their inhabitants, five carriers with hidden
 * strengths by department, customers who come back, statuses and novedades in each carrier's own words.
 *
 * <p>85 of 100 parcels are paid at the door. Most have ended, the latest are still on their way, and about 6 to 8 of 100
 * wait with a novedad. Rows are made one by one: any number in constant memory, O(rows). Equal arguments give equal
 * cells; CSV is equal to the byte, .xlsx carries the time of its making. Immutable, thread-safe.
 *
 * @param seed the seed of the world
 * @param base the moment of the first export
 * @param guides parcels in the first export, at least 1 and below a billion
 * @param days how many days before {@code base} the merchant began, at least 1
 * @param moment the moment of this export
 */
public record DemoExport(long seed, Instant base, long guides, int days, Instant moment) {
    /** As long as most parcels of the last weeks have ended and hundreds of 5,000 have not. */
    private static final int DEFAULT_DAYS = 24;
    /** Guide numbers repeat beyond. */
    private static final long MAX_GUIDES = 1_000_000_000L;

    public DemoExport {
        if (guides < 1 || guides >= MAX_GUIDES || days < 1) {
            throw new IllegalArgumentException(
                    "guides must be 1 to " + (MAX_GUIDES - 1) + " and days at least 1, not " + guides + " and " + days);
        }
    }

    /** The first export of a merchant who has sold for 24 days. */
    public static DemoExport of(long seed, Instant base, long guides) {
        return new DemoExport(seed, base, guides, DEFAULT_DAYS, base);
    }

    /** The same world, exported {@code daysLater} days after the first export: parcels have moved, new ones are there. */
    public DemoExport successive(int daysLater) {
        if (daysLater < 0) {
            throw new IllegalArgumentException("daysLater is " + daysLater + ", not 0 or more");
        }
        return new DemoExport(seed, base, guides, days, base.plus(Duration.ofDays(daysLater)));
    }

    /** How many rows the export has. */
    public long rows() {
        return world().guidesAt(moment);
    }

    /** Writes the export to a file, .xlsx or else .csv by its name. */
    public void write(Path file, DemoColumns columns) throws IOException {
        boolean workbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (workbook) {
                writeXlsx(out, columns);
            } else {
                writeCsv(out, columns);
            }
        }
    }

    /** Writes the export as CSV, comma-separated in UTF-8, and closes the stream. */
    public void writeCsv(OutputStream out, DemoColumns columns) throws IOException {
        try (SpreadsheetWriter writer = SpreadsheetWriter.csv(out, ',', DemoRow.columns(columns))) {
            write(writer, columns);
        }
    }

    /** Writes the export as .xlsx and closes the stream; rows beyond 1,048,575 go to further sheets. */
    public void writeXlsx(OutputStream out, DemoColumns columns) throws IOException {
        try (SpreadsheetWriter writer = SpreadsheetWriter.xlsx(out, "Ordenes", DemoRow.columns(columns))) {
            write(writer, columns);
        }
    }

    private void write(SpreadsheetWriter writer, DemoColumns columns) throws IOException {
        DemoWorld world = world();
        long rows = rows();
        for (long i = 0; i < rows; i++) {
            writer.row(new DemoRow(seed, world.guide(i), moment).values(columns));
        }
    }

    /** How many parcels are in each state at the moment of this export; O(rows). */
    public Map<ShipmentState, Long> states() {
        Map<ShipmentState, Long> counts = new EnumMap<>(ShipmentState.class);
        DemoWorld world = world();
        for (long i = 0; i < rows(); i++) {
            counts.merge(world.guide(i).at(moment).state(), 1L, Long::sum);
        }
        return counts;
    }

    private DemoWorld world() {
        return new DemoWorld(seed, base, guides, days);
    }
}
