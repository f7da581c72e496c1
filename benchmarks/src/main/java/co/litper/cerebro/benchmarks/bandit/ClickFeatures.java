package co.litper.cerebro.benchmarks.bandit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows for a model of clicks: the user's words, the position, the item and the user's affinity to it. */
final class ClickFeatures {
    /** Words of one user feature with a place of their own; rarer ones have none. */
    private static final int MOST_WORDS = 12;

    private final List<Map<String, Integer>> words = new ArrayList<>();
    private final Map<Integer, Integer> positions = new LinkedHashMap<>();
    private final int items;
    private final int firstItem;
    private final int width;

    ClickFeatures(OpenBanditLog log, int items) {
        this.items = items;
        int at = 0;
        int kinds = log.rounds().getFirst().user().size();
        for (int k = 0; k < kinds; k++) {
            int kind = k;
            Map<String, Integer> counts = new LinkedHashMap<>();
            log.rounds().forEach(r -> counts.merge(r.user().get(kind), 1, Integer::sum));
            Map<String, Integer> places = new LinkedHashMap<>();
            List<String> common = counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MOST_WORDS)
                    .map(Map.Entry::getKey)
                    .toList();
            for (String word : common) {
                places.put(word, at++);
            }
            words.add(places);
        }
        for (OpenBanditLog.Round round : log.rounds()) {
            if (!positions.containsKey(round.position())) {
                positions.put(round.position(), at++);
            }
        }
        firstItem = at;
        width = at + items + 1;
    }

    /** The row of a round as if {@code item} had been shown. */
    float[] row(OpenBanditLog.Round round, int item) {
        float[] row = new float[width];
        for (int k = 0; k < words.size(); k++) {
            Integer place = words.get(k).get(round.user().get(k));
            if (place != null) {
                row[place] = 1;
            }
        }
        Integer position = positions.get(round.position());
        if (position != null) {
            row[position] = 1;
        }
        show(row, round, item);
        return row;
    }

    /** Changes the item that a row shows. */
    void show(float[] row, OpenBanditLog.Round round, int item) {
        for (int i = 0; i < items; i++) {
            row[firstItem + i] = i == item ? 1 : 0;
        }
        row[width - 1] = item < round.affinity().length ? round.affinity()[item] : 0;
    }
}
