package co.litper.cerebro.benchmarks.memory;

import co.litper.cerebro.benchmarks.BenchDataException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Questions, and the passages that answer them.
 *
 * @param passages distinct texts
 * @param questions each with the places in {@code passages} that answer it, at least one
 */
record RetrievalTask(List<String> passages, List<Question> questions) {

    /** One question. */
    record Question(String text, Set<Integer> answers) {}

    /** Collects passages once each. */
    private static final class Making {
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final Map<String, Set<Integer>> questions = new LinkedHashMap<>();

        int passage(String text) {
            return places.computeIfAbsent(text, t -> places.size());
        }

        void answer(String question, int place) {
            questions.computeIfAbsent(question, q -> new LinkedHashSet<>()).add(place);
        }

        RetrievalTask made(Path file) {
            if (questions.isEmpty()) {
                throw new BenchDataException(
                        file + " has no question with a passage. Maybe it is neither XQuAD nor 'query,text,relevant'.",
                        null);
            }
            List<Question> list = new ArrayList<>();
            questions.forEach((text, answers) -> list.add(new Question(text, answers)));
            return new RetrievalTask(List.copyOf(places.keySet()), list);
        }
    }

    /** Reads XQuAD's layout (JSON) or a CSV with the columns {@code query,text,relevant}. */
    static RetrievalTask read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BenchDataException("no file " + file + ". Maybe --file wants another path.", null);
        }
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? squad(file) : table(file);
    }

    private static RetrievalTask squad(Path file) {
        Making making = new Making();
        try {
            for (JsonNode article : new ObjectMapper().readTree(file.toFile()).path("data")) {
                for (JsonNode paragraph : article.path("paragraphs")) {
                    int place = making.passage(paragraph.path("context").asText());
                    for (JsonNode asked : paragraph.path("qas")) {
                        making.answer(asked.path("question").asText(), place);
                    }
                }
            }
        } catch (IOException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return making.made(file);
    }

    private static RetrievalTask table(Path file) {
        Making making = new Making();
        List<List<String>> rows = SentencePairs.rows(file);
        for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            if (row.size() < 3) {
                throw new BenchDataException(file + ": no 'query,text,relevant' in " + row, null);
            }
            int place = making.passage(row.get(1));
            if (isTrue(row.get(2))) {
                making.answer(row.get(0), place);
            }
        }
        return making.made(file);
    }

    private static boolean isTrue(String relevant) {
        String told = relevant.trim().toLowerCase(Locale.ROOT);
        try {
            return told.equals("true") || Double.parseDouble(told) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
