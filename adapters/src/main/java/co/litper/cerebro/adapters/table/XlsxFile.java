package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An open .xlsx workbook: its sheets by name, and the streams of their rows. Only the parts that are needed are
 * inflated, each through a {@link GuardedStream}. Not thread-safe.
 */
final class XlsxFile implements Closeable {
    private static final String WORKBOOK = "xl/workbook.xml";
    /** Sheets that are looked at; real exports have one to three. */
    private static final int MAX_SHEETS = 50;

    private final ZipFile zip;
    private final Limits limits;
    private final GuardedStream.Budget budget;
    private final long fileBytes;
    private final List<SheetPart> sheets = new ArrayList<>();
    private boolean from1904;
    private @Nullable SharedStrings strings;

    /** A sheet and the part that holds it. */
    record SheetPart(String name, String part) {}

    XlsxFile(Path file, Limits limits) throws IOException {
        this.limits = limits;
        this.budget = new GuardedStream.Budget(limits.maxInflatedBytes());
        this.fileBytes = Files.size(file);
        if (fileBytes > limits.maxWorkbookBytes()) {
            throw new UnreadableFile(
                    Kind.TOO_LARGE,
                    "The workbook has " + fileBytes + " bytes, at most " + limits.maxWorkbookBytes()
                            + " are read. Maybe export it as CSV, which has no limit.");
        }
        this.zip = open(file);
        try {
            check();
            readWorkbook();
        } catch (IOException | RuntimeException broken) {
            zip.close();
            throw broken;
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableFile(
                    Kind.DAMAGED,
                    "The workbook has no readable directory. Maybe the download was cut off; export again.");
        }
    }

    private void check() throws IOException {
        if (zip.size() > limits.maxEntries()) {
            throw new UnreadableFile(
                    Kind.ZIP_BOMB,
                    "The workbook has " + zip.size() + " parts, at most " + limits.maxEntries()
                            + " are read. Maybe it is another archive, or hostile.");
        }
        if (zip.getEntry(WORKBOOK) == null) {
            boolean binary = zip.getEntry("xl/workbook.bin") != null;
            boolean openDocument = zip.getEntry("content.xml") != null;
            throw new UnreadableFile(
                    Kind.NOT_A_TABLE,
                    binary || openDocument
                            ? "The file is a workbook of another format (" + (binary ? ".xlsb" : ".ods")
                                    + "). Maybe save it as .xlsx or .csv."
                            : "The file is a zip archive without a workbook. Maybe unpack it first.");
        }
    }

    private void readWorkbook() throws IOException {
        Map<String, String> targets = relations();
        try (XmlPart xml = part(WORKBOOK)) {
            while (xml.next()) {
                if (xml.starts() && xml.name().equals("workbookPr")) {
                    String flag = xml.attribute("date1904");
                    from1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.starts() && xml.name().equals("sheet") && sheets.size() < MAX_SHEETS) {
                    String name = xml.attribute("name");
                    String id = xml.attribute("id");
                    String target = id == null ? null : targets.get(id);
                    if (target != null && zip.getEntry(target) != null) {
                        sheets.add(new SheetPart(name == null ? "" : name, target));
                    }
                }
            }
        }
    }

    private Map<String, String> relations() throws IOException {
        Map<String, String> targets = new TreeMap<>();
        try (XmlPart xml = part("xl/_rels/workbook.xml.rels")) {
            while (xml.next()) {
                if (xml.starts() && xml.name().equals("Relationship") && targets.size() < limits.maxEntries()) {
                    String id = xml.attribute("Id");
                    String target = xml.attribute("Target");
                    if (id != null && target != null) {
                        targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                }
            }
        }
        return targets;
    }

    List<SheetPart> sheets() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    /** Opens a sheet; the shared strings are read at the first. */
    RawRows rows(SheetPart sheet) throws IOException {
        SharedStrings shared = strings;
        if (shared == null) {
            shared = new SharedStrings(limits);
            if (zip.getEntry("xl/sharedStrings.xml") != null) {
                try (XmlPart xml = part("xl/sharedStrings.xml")) {
                    shared.read(xml);
                }
            }
            strings = shared;
        }
        ZipEntry entry = zip.getEntry(sheet.part());
        double perInflated = entry.getSize() > 0 ? (double) fileBytes / entry.getSize() : 0;
        return new XlsxRows(part(sheet.part()), shared, limits, perInflated);
    }

    private XmlPart part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableFile(
                    Kind.DAMAGED,
                    "The workbook lacks its part " + name + ". Maybe open it in Excel and save it again.");
        }
        try {
            var in = new GuardedStream(zip.getInputStream(entry), budget, name, entry.getCompressedSize(), limits);
            return new XmlPart(in, name);
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableFile(
                    Kind.DAMAGED, "The part " + name + " of the workbook cannot be read. Maybe it has a password.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
