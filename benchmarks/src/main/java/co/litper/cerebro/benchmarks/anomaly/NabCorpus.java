package co.litper.cerebro.benchmarks.anomaly;

import co.litper.cerebro.benchmarks.BenchDataException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads folders of series with their file of windows. */
final class NabCorpus {
    private static final List<String> WINDOWS =
            List.of("windows.json", "combined_windows.json", "labels/combined_windows.json");

    private NabCorpus() {}

    /** All series below {@code folder}, by name; throws {@link BenchDataException} if there are none or windows are missing. */
    static List<NabFile> read(Path folder) {
        Path windows = WINDOWS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BenchDataException(
                        "no " + WINDOWS.getFirst() + " in " + folder + ". Maybe --nab wants another path.", null));
        try (Stream<Path> found = Files.walk(folder)) {
            JsonNode labels = new ObjectMapper().readTree(windows.toFile());
            Map<String, Path> series = new TreeMap<>();
            found.filter(p -> p.toString().endsWith(".csv")).forEach(p -> series.put(name(folder, p), p));
            List<NabFile> files = new ArrayList<>();
            for (Map.Entry<String, Path> e : series.entrySet()) {
                if (labels.has(e.getKey())) {
                    files.add(file(e.getKey(), e.getValue(), labels.get(e.getKey())));
                }
            }
            if (files.isEmpty()) {
                throw new BenchDataException("no series of " + windows + " lies in " + folder, null);
            }
            return files;
        } catch (IOException e) {
            throw new BenchDataException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The last folder and the file's name. */
    private static String name(Path folder, Path file) {
        Path parent = folder.relativize(file).getParent();
        return (parent == null ? "" : parent.getFileName() + "/") + file.getFileName();
    }

    private static NabFile file(String name, Path path, JsonNode windows) throws IOException {
        List<String> lines =
                Files.readAllLines(path).stream().filter(l -> !l.isBlank()).toList();
        int n = Math.max(0, lines.size() - 1);
        String[] stamps = new String[n];
        long[] seconds = new long[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            try {
                stamps[i] = cells[0].strip();
                seconds[i] = seconds(stamps[i]);
                values[i] = cells[1].isBlank() ? Double.NaN : Double.parseDouble(cells[1]);
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new BenchDataException(
                        path + " line " + (i + 2) + " is no timestamp and value: " + e.getMessage(), e);
            }
        }
        return new NabFile(name, stamps, seconds, values, windows(windows, seconds));
    }

    private static long seconds(String stamp) {
        return LocalDateTime.parse(stamp.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    }

    private static List<NabFile.Window> windows(JsonNode windows, long[] seconds) {
        List<NabFile.Window> rows = new ArrayList<>();
        for (JsonNode window : windows) {
            long from = seconds(window.get(0).asText());
            long to = seconds(window.get(1).asText());
            int first = 0;
            while (first < seconds.length && seconds[first] < from) {
                first++;
            }
            int last = first;
            while (last + 1 < seconds.length && seconds[last + 1] <= to) {
                last++;
            }
            if (first < seconds.length) {
                rows.add(new NabFile.Window(first, last));
            }
        }
        return rows;
    }
}
