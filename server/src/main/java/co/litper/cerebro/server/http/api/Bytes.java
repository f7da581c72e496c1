package co.litper.cerebro.server.http.api;

import java.nio.charset.StandardCharsets;

/** Looks for bytes in bytes: most entries of the log can be passed over without decoding them. Pure. */
final class Bytes {
    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** True if {@code part}, not empty, stands in {@code bytes}. O(bytes), as a rule. */
    static boolean contain(byte[] bytes, byte[] part) {
        byte first = part[0];
        int last = bytes.length - part.length;
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == first && matches(bytes, i, part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] part) {
        for (int i = 1; i < part.length; i++) {
            if (bytes[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }
}
