package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells from its first bytes what a file is; names and extensions lie. */
final class Sniffer {
    /** Enough for title rows and a header, and for statistics of zero bytes. */
    static final int SAMPLE_BYTES = 1 << 16;

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] UTF8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_BOM = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_BOM = {(byte) 0xFE, (byte) 0xFF};

    private Sniffer() {}

    /** What a file is. */
    sealed interface Format {
        record Workbook() implements Format {}

        /** Delimited text; its first bytes, as UTF-8 or a single-byte encoding, without byte order mark. */
        record Text(byte[] sample, int skip, Charset wide) implements Format {
            boolean isWide() {
                return !wide.equals(StandardCharsets.UTF_8);
            }
        }
    }

    static Format sniff(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE_BYTES);
        }
        if (head.length == 0) {
            throw new UnreadableFile(Kind.EMPTY, "The file is empty. Maybe the download did not finish.");
        }
        if (starts(head, ZIP) || starts(head, EMPTY_ZIP)) {
            return new Format.Workbook();
        }
        if (starts(head, OLE2)) {
            throw oldOrEncrypted(head);
        }
        return text(head);
    }

    /** The bytes of delimited text from its first row on, UTF-16 turned into UTF-8. */
    static InputStream open(Path file, Format.Text text) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(text.skip());
            return text.isWide() ? new Utf16Stream(new BufferedInputStream(in), text.wide()) : in;
        } catch (IOException | RuntimeException broken) {
            in.close();
            throw broken;
        }
    }

    private static Format text(byte[] head) throws UnreadableFile {
        if (starts(head, UTF8_BOM)) {
            return new Format.Text(tail(head, UTF8_BOM.length), UTF8_BOM.length, StandardCharsets.UTF_8);
        }
        if (starts(head, LITTLE_BOM) || starts(head, BIG_BOM)) {
            return wide(tail(head, 2), 2, starts(head, BIG_BOM));
        }
        int evenZeros = zeros(head, 0);
        int oddZeros = zeros(head, 1);
        int few = head.length / 8;
        if (oddZeros > few && evenZeros == 0 || evenZeros > few && oddZeros == 0) {
            return wide(head, 0, evenZeros > 0);
        }
        if (evenZeros + oddZeros > 0) {
            throw new UnreadableFile(
                    Kind.NOT_A_TABLE, "The file is neither text nor a workbook. Maybe it is another file.");
        }
        refuseMarkup(head);
        return new Format.Text(head, 0, StandardCharsets.UTF_8);
    }

    private static Format wide(byte[] sample, int skip, boolean bigEndian) {
        Charset charset = bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return new Format.Text(new String(sample, charset).getBytes(StandardCharsets.UTF_8), skip, charset);
    }

    private static void refuseMarkup(byte[] head) throws UnreadableFile {
        String start = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype")
                || start.startsWith("<html")
                || start.startsWith("<table")
                || start.startsWith("<?xml")) {
            throw new UnreadableFile(
                    Kind.NOT_A_TABLE,
                    "The file is a web page or XML, whatever its name says. Maybe the session had expired when it was "
                            + "downloaded; or open it in Excel and save it as .xlsx.");
        }
        if (start.startsWith("%pdf")) {
            throw new UnreadableFile(Kind.NOT_A_TABLE, "The file is a PDF. Maybe export it as .xlsx or .csv.");
        }
    }

    /** Both live in the same container; only the encrypted one has a stream of that name, in UTF-16. */
    private static UnreadableFile oldOrEncrypted(byte[] head) {
        String wide = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        return wide.contains("EncryptedPackage") || wide.contains("EncryptionInfo")
                ? new UnreadableFile(
                        Kind.ENCRYPTED, "The workbook has a password. Maybe save it again without a password.")
                : new UnreadableFile(
                        Kind.OLD_EXCEL,
                        "The workbook is in the format of Excel 97 to 2003 (.xls), or has a password. Maybe save it as "
                                + ".xlsx or .csv.");
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean starts(byte[] bytes, byte[] prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] tail(byte[] bytes, int from) {
        byte[] rest = new byte[bytes.length - from];
        System.arraycopy(bytes, from, rest, 0, rest.length);
        return rest;
    }
}
