package co.litper.cerebro.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the transactions of a write-ahead log of SQLite end, after its published file format: a header of 32 bytes, then
 * frames of 24 bytes and a page; the last frame of a transaction tells the size of the database, the others 0.
 */
final class WalFrames {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int PAGE_SIZE_AT = 8;
    private static final int DATABASE_SIZE_AT = 4;

    private WalFrames() {}

    /** The byte after each transaction, rising. */
    static List<Long> commits(Path wal) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wal));
        int frame = FRAME_HEADER + bytes.getInt(PAGE_SIZE_AT);
        List<Long> ends = new ArrayList<>();
        for (int at = HEADER; at + frame <= bytes.capacity(); at += frame) {
            if (bytes.getInt(at + DATABASE_SIZE_AT) != 0) {
                ends.add((long) at + frame);
            }
        }
        return ends;
    }
}
