package co.litper.cerebro.adapters.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Gives each cell the text that its author wrote, whichever encodings it went through, or says that it cannot.
 *
 * <p>Bytes that are UTF-8 are read so; others as Windows-1252 or Mac Roman if that yields letters of Spanish. A run of
 * foreign characters that is UTF-8 decoded as Windows-1252, Latin-1 or Mac Roman ({@code BogotÃ¡}, {@code Bogot√°}) is
 * encoded back and decoded as UTF-8, up to three times; the encodings are bijections, so a run that decodes is proof.
 * Whatever is left half (a lone {@code Ã} after a small letter, U+FFFD, controls) is garbled: it is never guessed.
 *
 * <p>One instance per file, since a byte such as 0x92 ({@code ’} or {@code í}) is read as the file's other cells
 * suggest. Not thread-safe.
 */
final class TextRepair {
    /** How often a text may have been decoded wrongly in a row. */
    private static final int MAX_ROUNDS = 3;
    /** Letters that Spanish and its neighbours use, and signs of addresses and prices. */
    private static final String LETTERS = "áéíóúüñÁÉÍÓÚÜÑàèìòùçÇäëïöâêîôûãõÀÈÌÒÙÄËÏÖ";

    private static final String SIGNS = "°ºª¡¿´·«»–—‘’“”€®©™…§¢£\u00A0\u00AD¨²³½¼¾±×µ•\u200B\uFEFF";

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long repaired;
    private long windowsCells;
    private long macCells;

    /** How many cells were put right. */
    long repaired() {
        return repaired;
    }

    /** Decodes a slice of bytes, repairs it, and trims it. */
    Cell decode(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return Cell.text(clean(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
        }
        try {
            return repair(utf8.decode(ByteBuffer.wrap(bytes, from, to - from)).toString());
        } catch (CharacterCodingException notUtf8) {
            return legacy(bytes, from, to);
        }
    }

    /** Repairs text that something else decoded, and trims it. */
    Cell repair(String text) {
        String current = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String better = undo(current);
            if (better.equals(current)) {
                break;
            }
            current = better;
        }
        if (garbled(current)) {
            return Cell.GARBLED;
        }
        if (!current.equals(text)) {
            repaired++;
        }
        return Cell.text(clean(current));
    }

    private Cell legacy(byte[] bytes, int from, int to) {
        String windows = decode(SingleByte.WINDOWS, bytes, from, to);
        String mac = decode(SingleByte.MAC, bytes, from, to);
        boolean windowsLetters = consistsOf(windows, LETTERS);
        boolean macLetters = consistsOf(mac, LETTERS);
        boolean preferMac = macLetters && !windowsLetters && (macCells > windowsCells || !signsInPlace(windows));
        if (preferMac) {
            macCells++;
        } else if (windowsLetters || signsInPlace(windows)) {
            windowsCells++;
        } else {
            return Cell.GARBLED;
        }
        String text = preferMac ? mac : windows;
        repaired++;
        return garbled(text) ? Cell.GARBLED : Cell.text(clean(text));
    }

    private static String decode(SingleByte encoding, byte[] bytes, int from, int to) {
        char[] chars = new char[to - from];
        for (int i = from; i < to; i++) {
            chars[i - from] = encoding.decode(bytes[i]);
        }
        return new String(chars);
    }

    private static boolean consistsOf(String text, String allowed) {
        return text.chars().allMatch(c -> c < 0x80 || allowed.indexOf(c) >= 0);
    }

    /** True if all is letters or signs, and no sign stands inside a word, where only Mac Roman has a letter. */
    private static boolean signsInPlace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 || LETTERS.indexOf(c) >= 0) {
                continue;
            }
            boolean inWord = i > 0
                    && i + 1 < text.length()
                    && Character.isLowerCase(text.charAt(i - 1))
                    && Character.isLowerCase(text.charAt(i + 1));
            if (SIGNS.indexOf(c) < 0 || inWord) {
                return false;
            }
        }
        return true;
    }

    /** Undoes one wrong decoding in every run of foreign characters in which that is provable. */
    private String undo(String text) {
        StringBuilder out = null;
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && text.charAt(end) >= 0x80) {
                end++;
            }
            if (end - i >= 2) {
                String better = undoRun(text.substring(i, end));
                if (!better.isEmpty()) {
                    out = out == null ? new StringBuilder(text.substring(0, i)) : out;
                    out.append(better);
                    i = end;
                    continue;
                }
            }
            int next = Math.max(end, i + 1);
            if (out != null) {
                out.append(text, i, next);
            }
            i = next;
        }
        return out == null ? text : out.toString();
    }

    /** The run as it was before, or "" if it was never decoded wrongly. */
    private String undoRun(String run) {
        String windows = undoRun(SingleByte.WINDOWS, run);
        return windows.isEmpty() ? undoRun(SingleByte.MAC, run) : windows;
    }

    private String undoRun(SingleByte encoding, String run) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) {
            int b = encoding.encode(run.charAt(i));
            if (b < 0x80) {
                return "";
            }
            bytes[i] = (byte) b;
        }
        try {
            CharBuffer decoded = utf8.decode(ByteBuffer.wrap(bytes));
            String text = decoded.toString();
            boolean plausible =
                    text.chars().allMatch(c -> LETTERS.indexOf(c) >= 0 || SIGNS.indexOf(c) >= 0 || foreign((char) c));
            return plausible ? text : "";
        } catch (CharacterCodingException neverWasUtf8) {
            return "";
        }
    }

    /** True for what an intermediate round of double decoding consists of. */
    private static boolean foreign(char c) {
        return SingleByte.WINDOWS.encode(c) >= 0 || SingleByte.MAC.encode(c) >= 0;
    }

    private static boolean garbled(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD' || (c >= 0x7F && c < 0xA0)) {
                return true;
            }
            boolean afterSmall = i > 0 && Character.isLowerCase(text.charAt(i - 1));
            if ((c == 'Ã' || c == 'Â' || c == '√') && afterSmall) {
                return true;
            }
            if ((c == 'Ã' || c == 'Â') && i + 1 < text.length() && SIGNS.indexOf(text.charAt(i + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Trims, and turns line ends, tabs and no-break spaces into spaces; invisible characters go. */
    private static String clean(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c >= ' ' && c != '\u00A0' && c != '\u200B' && c != '\uFEFF' && c != '\u00AD';
        }
        if (plain) {
            return text.strip();
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u00A0') {
                out.append(' ');
            } else if (c != '\u200B' && c != '\uFEFF' && c != '\u00AD') {
                out.append(c);
            }
        }
        return out.toString().strip();
    }
}
