package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.streams.RawColumns;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * One policy's log in the layout of the Open Bandit Dataset (Y. Saito, S. Aihara, M. Matsutani and Y. Narita, NeurIPS 2021
 * Datasets and Benchmarks): {@code DIR/POLICY/CAMPAIGN/CAMPAIGN.csv} with timestamp, item_id, position, click,
 * propensity_score, user_feature_0… and user-item_affinity_0…
 */
final class OpenBanditLog {
    /** Rounds kept, drawn evenly from longer files; means and propensities are those of all rounds. */
    private static final int MOST_ROUNDS = 100_000;

    private static final long SAMPLING_SEED = 1;
    private static final String USER = "user_feature_";
    private static final String AFFINITY = "user-item_affinity_";

    /**
     * A round.
     *
     * @param item shown
     * @param position where, as the file numbers it
     * @param reward 1 if clicked
     * @param propensity of the item at the position, NaN where the file has none
     * @param user features, words
     * @param affinity of the user to each item, by item number; empty if the file has none
     */
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Round(int item, int position, double reward, double propensity, List<String> user, float[] affinity) {}

    private final List<Round> rounds = new ArrayList<>();
    /** Sum and count of propensities by position and item. */
    private final TreeMap<Integer, TreeMap<Integer, double[]>> shares = new TreeMap<>();

    private final SplittableRandom random = new SplittableRandom(SAMPLING_SEED);
    private long read;
    private double rewards;
    private int items;

    private OpenBanditLog() {}

    static OpenBanditLog read(Path file) {
        if (!Files.isReadable(file)) {
            throw new BenchDataException(
                    "no data: " + file + " is not there. Maybe --log should name a folder with"
                            + " POLICY/CAMPAIGN/CAMPAIGN.csv in it.",
                    null);
        }
        OpenBanditLog log = new OpenBanditLog();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(log::take);
        } catch (IOException
                | UncheckedIOException
                | CsvParseException
                | IllegalArgumentException
                | NoSuchElementException e) {
            throw new BenchDataException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (log.rounds.isEmpty()) {
            throw new BenchDataException(file + " has no rounds", null);
        }
        return log;
    }

    private void take(NamedCsvRecord row) {
        int item = Integer.parseInt(row.getField("item_id"));
        int position = Integer.parseInt(row.getField("position"));
        double reward = Double.parseDouble(row.getField("click"));
        String told = RawColumns.present(row.getField("propensity_score"));
        double propensity = told == null ? Double.NaN : Double.parseDouble(told);
        read++;
        rewards += reward;
        items = Math.max(items, item + 1);
        double[] share =
                shares.computeIfAbsent(position, _ -> new TreeMap<>()).computeIfAbsent(item, _ -> new double[2]);
        share[0] += propensity;
        share[1]++;
        long at = rounds.size() < MOST_ROUNDS ? rounds.size() : random.nextLong(read);
        if (at < MOST_ROUNDS) {
            Round round = new Round(item, position, reward, propensity, user(row), affinity(row));
            if (at == rounds.size()) {
                rounds.add(round);
            } else {
                rounds.set((int) at, round);
            }
        }
    }

    private static List<String> user(NamedCsvRecord row) {
        List<String> user = new ArrayList<>();
        for (int i = 0; row.findField(USER + i).isPresent(); i++) {
            user.add(row.getField(USER + i));
        }
        return user;
    }

    private static float[] affinity(NamedCsvRecord row) {
        int count = 0;
        while (row.findField(AFFINITY + count).isPresent()) {
            count++;
        }
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = Float.parseFloat(row.getField(AFFINITY + i));
        }
        return out;
    }

    List<Round> rounds() {
        return rounds;
    }

    /** Rounds in the file. */
    long read() {
        return read;
    }

    /** Mean reward of all rounds: what the policy earned. */
    double mean() {
        return rewards / read;
    }

    /** One more than the largest item. */
    int items() {
        return items;
    }

    /**
     * The policy's distribution over items at a position, from its own propensities: a policy of this data set depends on
     * the position alone. Items that it never showed there share evenly what is left.
     */
    double[] distribution(int position, int count) {
        double[] out = new double[count];
        TreeMap<Integer, double[]> of = shares.getOrDefault(position, new TreeMap<>());
        double sum = 0;
        for (var e : of.entrySet()) {
            out[e.getKey()] = e.getValue()[0] / e.getValue()[1];
            sum += out[e.getKey()];
        }
        int unseen = count - of.size();
        double left = Math.max(0, 1 - sum);
        for (int i = 0; i < count; i++) {
            out[i] = of.containsKey(i) || unseen == 0 ? out[i] : left / unseen;
        }
        double total = unseen == 0 ? sum : Math.max(1, sum);
        for (int i = 0; i < count; i++) {
            out[i] /= total;
        }
        return out;
    }
}
