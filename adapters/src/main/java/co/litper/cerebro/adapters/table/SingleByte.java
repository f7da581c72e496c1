package co.litper.cerebro.adapters.table;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;

/**
 * An encoding of one byte per character, as a bijection of all 256 bytes: what a wrong decoder did can be undone
 * exactly. Immutable.
 */
final class SingleByte {
    /** Windows-1252; its five undefined bytes stand for the C1 controls, as web browsers have it. */
    static final SingleByte WINDOWS = new SingleByte(windows1252());
    /** Mac OS Roman, upper half (Apple's ROMAN.TXT). Written out, since a small runtime lacks {@code x-MacRoman}. */
    static final SingleByte MAC = new SingleByte(("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                    + "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
            .toCharArray());

    private static final int HALF = 128;

    private final char[] upper;
    private final Map<Character, Byte> back = new TreeMap<>();

    private SingleByte(char[] upper) {
        if (upper.length != HALF) {
            throw new IllegalStateException("upper half has " + upper.length + " characters, not " + HALF);
        }
        this.upper = upper;
        for (int i = 0; i < HALF; i++) {
            back.put(upper[i], (byte) (HALF + i));
        }
    }

    /** The character that {@code b} stands for. */
    char decode(byte b) {
        return b >= 0 ? (char) b : upper[(b & 0xFF) - HALF];
    }

    /** The byte that stands for {@code c}, or -1. A C1 control stands for the byte of its number in any encoding. */
    int encode(char c) {
        if (c < HALF) {
            return c;
        }
        Byte b = back.get(c);
        return b != null ? b & 0xFF : c < 0xA0 ? c : -1;
    }

    private static char[] windows1252() {
        char[] table = new char[HALF];
        Charset charset = Charset.forName("windows-1252");
        for (int i = 0; i < HALF; i++) {
            char c = new String(new byte[] {(byte) (HALF + i)}, charset).charAt(0);
            table[i] = c == '\uFFFD' ? (char) (HALF + i) : c;
        }
        return table;
    }
}
