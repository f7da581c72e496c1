package co.litper.cerebro.benchmarks.streams;

import co.litper.cerebro.benchmarks.BenchDataException;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Opens CSV and ARFF files, compressed or not; told apart by their beginning, not by their name. */
public final class StreamFiles {
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private StreamFiles() {}

    /**
     * The cells of a file.
     *
     * @param most rows read at most
     * @throws BenchDataException if the file is missing, empty or broken
     */
    public static RawColumns read(Path file, int most) {
        if (!Files.isRegularFile(file)) {
            throw new BenchDataException(
                    "no file " + file + ". Maybe another path; --file takes CSV or ARFF, also .gz", null);
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            RawColumns raw = isArff(in) ? ArffReader.read(in, most) : CsvColumns.read(in, most);
            if (raw.rows().isEmpty()) {
                throw new BenchDataException(file + " has no rows", null);
            }
            return raw;
        } catch (IOException | CsvParseException | IllegalArgumentException e) {
            throw new BenchDataException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == GZIP_FIRST && second == GZIP_SECOND ? new GZIPInputStream(in) : in;
    }

    /** Whether the first line that is no comment begins with @relation or @attribute. */
    private static boolean isArff(Reader in) throws IOException {
        in.mark(1 << 16);
        StringBuilder line = new StringBuilder();
        int limit = (1 << 16) - 1;
        boolean arff = false;
        for (int c = in.read(), n = 0; c >= 0 && n < limit; c = in.read(), n++) {
            if (c != '\n' && c != '\r') {
                line.append((char) c);
                continue;
            }
            String text = strip(line.toString());
            line.setLength(0);
            if (!text.isEmpty() && !text.startsWith("%")) {
                arff = text.startsWith("@relation") || text.startsWith("@attribute");
                break;
            }
        }
        in.reset();
        return arff;
    }

    private static String strip(String line) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
