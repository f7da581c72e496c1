package co.litper.cerebro.message;

import co.litper.cerebro.learners.calibrate.Calibration;
import co.litper.cerebro.learners.calibrate.OnlineCalibrator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads messages of customers with a linear model over hashed words and letters, taught by packaged sentences. Its confidence
 * is calibrated on seeds that the model at hand had not seen, ten parts in turn (Platt, 1999), and where that is below {@link
 * #SURE} it does not say what is wanted. Equal words are read equally on every machine. Immutable, thread-safe; O(letters +
 * width).
 */
public final class MessageReader {
    /** Below this probability of being right nothing is said: a wrong "no longer wanted" costs a parcel. */
    public static final double SURE = 0.6;

    private static final int PARTS = 10;

    /** Pairs of score and truth that the calibration keeps: all seeds. */
    private static final int MOST_SEEDS = 4_096;

    private static final Intent[] INTENTS = Intent.values();
    private static final Sentiment[] SENTIMENTS = Sentiment.values();

    private final OneAgainstRest intents;
    private final OneAgainstRest sentiments;
    private final Calibration calibration;
    private final Set<String> words;

    private static final class Packaged {
        static final MessageReader READER = new MessageReader(SeedMessages.packaged());
    }

    MessageReader(List<SeedMessages.Known> seeds) {
        List<float[]> rows = seeds.stream().map(s -> Words.row(s.text())).toList();
        this.intents = taught(rows, seeds, s -> s.intent().ordinal(), INTENTS.length);
        this.sentiments = taught(rows, seeds, s -> s.sentiment().ordinal(), SENTIMENTS.length);
        this.calibration = calibrated(rows, seeds);
        this.words = seeds.stream()
                .flatMap(s -> Stream.of(Words.plain(s.text()).split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The reader that the packaged seeds taught; made when it is first asked for, in well under a second. */
    public static MessageReader packaged() {
        return Packaged.READER;
    }

    private static OneAgainstRest taught(
            List<float[]> rows, List<SeedMessages.Known> seeds, ToIntFunction<SeedMessages.Known> kind, int count) {
        return OneAgainstRest.of(rows, seeds.stream().mapToInt(kind).toArray(), count);
    }

    /** How often the likeliest intent is right, by how far it is ahead: learned where it was not taught. */
    private static Calibration calibrated(List<float[]> rows, List<SeedMessages.Known> seeds) {
        OnlineCalibrator calibrator = new OnlineCalibrator(MOST_SEEDS);
        for (int part = 0; part < PARTS; part++) {
            List<float[]> others = new ArrayList<>();
            List<SeedMessages.Known> known = new ArrayList<>();
            for (int i = 0; i < seeds.size(); i++) {
                if (i % PARTS != part) {
                    others.add(rows.get(i));
                    known.add(seeds.get(i));
                }
            }
            OneAgainstRest model = taught(others, known, s -> s.intent().ordinal(), INTENTS.length);
            for (int i = part; i < seeds.size(); i += PARTS) {
                double[] scores = model.scores(rows.get(i));
                boolean right =
                        OneAgainstRest.best(scores) == seeds.get(i).intent().ordinal();
                calibrator.observe(OneAgainstRest.margin(scores), right);
            }
        }
        return calibrator.platt();
    }

    /**
     * Reads a message.
     *
     * @param text what was written; only the first {@value Words#MOST_LETTERS} letters are read
     * @param today the day on which it was written, in Bogotá
     */
    public Reading read(String text, LocalDate today) {
        float[] row = Words.row(text);
        double[] scores = intents.scores(row);
        double confidence = calibration.probability(OneAgainstRest.margin(scores));
        // A word that was never met only seems to say something: its letters fall where those of others do.
        boolean sure = confidence >= SURE && knowsAWordOf(text);
        return new Reading(
                sure ? INTENTS[OneAgainstRest.best(scores)] : Intent.OTHER,
                confidence,
                sure,
                SENTIMENTS[OneAgainstRest.best(sentiments.scores(row))],
                Hours.in(text, today),
                Addresses.isIn(text));
    }

    private boolean knowsAWordOf(String text) {
        return Stream.of(Words.plain(text).split(" ", -1)).anyMatch(w -> !w.isEmpty() && words.contains(w));
    }

    /** The likeliest intent, sure or not. */
    Intent likeliest(String text) {
        return INTENTS[OneAgainstRest.best(intents.scores(Words.row(text)))];
    }
}
