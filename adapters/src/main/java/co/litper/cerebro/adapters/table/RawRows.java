package co.litper.cerebro.adapters.table;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one CSV file or one sheet, in order. Not thread-safe. */
interface RawRows extends Closeable {

    /** The next row, or null after the last. */
    @Nullable
    RawRow next() throws IOException;

    /** Tells how many cells the header has, so that rows without a clear end can be recognised. */
    void expectCells(int count);

    /** Bytes of the file behind us, perhaps estimated. */
    long bytesRead();

    long skippedLines();

    long formulaCells();

    long repairedCells();

    @Override
    void close() throws IOException;
}
