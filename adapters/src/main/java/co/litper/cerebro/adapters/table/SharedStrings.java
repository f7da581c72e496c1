package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts that the cells of a workbook refer to by number, as UTF-8 in one array: half the heap of strings. Not
 * thread-safe.
 */
final class SharedStrings {
    private static final int FIRST_BYTES = 1 << 16;
    private static final int FIRST_TEXTS = 1 << 10;
    /** Largest array that every JVM can make. */
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 16;

    private final Limits limits;
    private byte[] bytes = new byte[FIRST_BYTES];
    private int used;
    /** Where each text ends; negative and inverted if it was too long and is not kept. */
    private int[] ends = new int[FIRST_TEXTS];

    private int count;

    SharedStrings(Limits limits) {
        this.limits = limits;
    }

    /** Reads the whole part. */
    void read(XmlPart xml) throws IOException {
        StringBuilder text = new StringBuilder();
        while (xml.next()) {
            if (xml.starts() && xml.name().equals("si")) {
                text.setLength(0);
                RichText.read(xml, "si", text, limits.maxCellChars());
                add(text);
            }
        }
    }

    private void add(CharSequence text) throws UnreadableFile {
        boolean tooLong = text.length() > limits.maxCellChars();
        byte[] utf8 = tooLong ? new byte[0] : text.toString().getBytes(StandardCharsets.UTF_8);
        long heap = (long) used + utf8.length + (long) Integer.BYTES * (count + 1);
        if (heap > Math.min(limits.maxSharedStringBytes(), MAX_ARRAY)) {
            throw new UnreadableFile(
                    Kind.TOO_LARGE,
                    "The texts of the workbook take more than " + limits.maxSharedStringBytes()
                            + " bytes. Maybe export it as CSV, which has no limit, or in several parts.");
        }
        if (used + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_ARRAY, Math.max(bytes.length * 2L, used + utf8.length)));
        }
        System.arraycopy(utf8, 0, bytes, used, utf8.length);
        used += utf8.length;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[count++] = tooLong ? ~used : used;
    }

    /** The text of a number that a cell holds; an error if there is none. */
    Cell get(String number, TextRepair repair) {
        int index = index(number);
        if (index < 0 || index >= count) {
            return new Cell("", Cell.Kind.ERROR);
        }
        if (ends[index] < 0) {
            return Cell.TOO_LONG;
        }
        int before = index == 0 ? 0 : ends[index - 1];
        return repair.decode(bytes, before < 0 ? ~before : before, ends[index]);
    }

    private static int index(String number) {
        try {
            return Integer.parseInt(number.strip());
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }
}
