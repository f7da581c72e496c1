package co.litper.cerebro.learners.drift;

import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.nio.ByteBuffer;
import java.util.List;

/** The detectors of this package, by method and by name. */
public final class Detectors {
    /** Longest window that a detector keeps value by value: 8 MB. */
    public static final int MOST_WINDOW = 1 << 20;

    private static final List<String> NAMES =
            List.of("best", "adwin", "ddm", "page-hinkley", "hddm-a", "hddm-w", "fhddm", "kswin", "rate-glr");

    private Detectors() {}

    /** Names that {@link #named} knows. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A detector with its usual settings.
     *
     * @param name one of {@link #names()}; {@code best} is the one that did best on this project's streams, rate-glr
     * @param seed for those that draw
     * @throws IllegalArgumentException if no detector has that name
     */
    public static DriftDetector named(String name, long seed) {
        return switch (name) {
            case "best", "rate-glr" -> rateGlr(1e-5, 1e-3);
            case "adwin" -> new Adwin(0.002);
            case "ddm" -> ddm(30, 2, 3);
            case "page-hinkley" -> pageHinkley(30, 0.005, 50, 0.9999);
            case "hddm-a" -> hddmA(0.001, 0.005, false);
            case "hddm-w" -> hddmW(0.001, 0.005, 0.05);
            case "fhddm" -> fhddm(100, 1e-6);
            case "kswin" -> kswin(0.005, 100, 30, seed);
            default -> throw new IllegalArgumentException("no detector is named '" + name + "'. Maybe one of " + NAMES);
        };
    }

    /**
     * The drift detection method: the error rate is compared with its best time.
     *
     * <p>J. Gama, P. Medas, G. Castillo and P. Rodrigues, "Learning with drift detection", SBIA 2004; usual 30, 2, 3. Takes
     * errors from 0 to 1. O(1) time and memory.
     *
     * @param least values before it speaks, at least 1
     * @param warningLevel standard deviations above the best time, above 0
     * @param driftLevel standard deviations, not below {@code warningLevel}
     */
    public static DriftDetector ddm(int least, double warningLevel, double driftLevel) {
        return new Ddm(least, warningLevel, driftLevel);
    }

    /**
     * Page's cumulative sum of what lies above the mean, for a rise of any finite values. Never warns.
     *
     * <p>E. S. Page, "Continuous inspection schemes", Biometrika 1954, with the fading of J. Gama, R. Sebastião and
     * P. Rodrigues, "On evaluating stream learning algorithms", Machine Learning 2013; usual 30, 0.005, 50, 0.9999. O(1).
     *
     * @param least values before it speaks, at least 1
     * @param slack rise of the mean that is borne, 0 or more, in the values' unit
     * @param threshold sum at which it speaks, above 0, in the values' unit
     * @param fade of the sum at each value, above 0 and at most 1
     */
    public static DriftDetector pageHinkley(int least, double slack, double threshold, double fade) {
        return new PageHinkley(least, slack, threshold, fade);
    }

    /**
     * Hoeffding's bound between the mean of the beginning and the mean of all: for sudden changes.
     *
     * <p>I. Frías-Blanco et al., "Online and non-parametric drift detection methods based on Hoeffding's bounds", IEEE TKDE
     * 2015, the A-test; usual 0.001, 0.005, one-sided. Takes values from 0 to 1. O(1). Departure: a fall in the two-sided test
     * begins the comparison anew, but is reported as stable, being good news of an error.
     *
     * @param driftChance error probability of the bound at drift
     * @param warningChance the same at warning
     * @param twoSided whether a fall begins the comparison anew
     */
    public static DriftDetector hddmA(double driftChance, double warningChance, boolean twoSided) {
        return new HddmA(driftChance, warningChance, twoSided);
    }

    /**
     * McDiarmid's bound between two exponentially weighted means: for gradual changes.
     *
     * <p>The one-sided W-test of the paper under {@link #hddmA}; usual 0.001, 0.005, 0.05. Takes values from 0 to 1. O(1).
     *
     * @param driftChance error probability of the bound at drift
     * @param warningChance the same at warning
     * @param step weight of a new value, above 0 and below 1
     */
    public static DriftDetector hddmW(double driftChance, double warningChance, double step) {
        return new HddmW(driftChance, warningChance, step);
    }

    /**
     * The accuracy of a sliding window is compared with its best time by Hoeffding's bound. Never warns.
     *
     * <p>A. Pesaranghader and H. Viktor, "Fast Hoeffding drift detection method for evolving data streams", ECML PKDD 2016;
     * usual 100, 1e-6 (the paper also
     * judges 1e-7, which is about three values slower and safer). An error of .5 and more counts as wrong. O(1) time, a byte a value of the window.
     *
     * @param window values, 1 to {@link #MOST_WINDOW}
     * @param chance error probability of one comparison
     */
    public static DriftDetector fhddm(int window, double chance) {
        checkWindow(window);
        return new Fhddm(window, chance);
    }

    /**
     * Kolmogorov and Smirnov's test between the newest values and a sample of the older ones in a window, for any change of any
     * finite values. Never warns.
     *
     * <p>C. Raab, M. Heusinger and F.-M. Schleif, "Reactive soft prototype computing for concept drift streams",
     * Neurocomputing 2020; usual 0.005, 100, 30. The test is exact where no values are equal, else it errs to stable. O(window +
     * sample log sample) a value. It tests at each value, so that false alarms are many: at the usual settings about one in
     * a few thousand values.
     *
     * @param chance error probability of one test
     * @param window values, up to {@link #MOST_WINDOW}
     * @param sample values compared, at most half of the window
     * @param seed of the draws
     */
    public static DriftDetector kswin(double chance, int window, int sample, long seed) {
        checkWindow(window);
        return new Kswin(chance, window, sample, seed);
    }

    /**
     * The generalised likelihood ratio of a rate that has risen within the last 256 values against one that held since the last
     * drift.
     *
     * <p>After L. Besson, E. Kaufmann, O.-A. Maillard and J. Seznec, "Efficient change-point detection for tackling
     * piecewise-stationary bandits", JMLR 2022. Departures: only a rise counts; the change is sought at 18 distances, so that a
     * value costs O(18); and the bound is ln(18 / chance) for each value, a union over the distances only, so that false
     * alarms per value, not per stream, are held. Takes errors from 0 to 1; values between count as a share of an error, for which
     * the bound holds too. Usual 1e-5, 1e-3. Tests of neighbouring values and distances
     * agree, so that false alarms are far rarer than the chance says: none in 4,000,000 values of 40 simulated SINE1 streams.
     *
     * @param driftChance false alarms a value, nominally
     * @param warningChance false warnings a value, nominally
     */
    public static DriftDetector rateGlr(double driftChance, double warningChance) {
        return new RateGlr(driftChance, warningChance);
    }

    /** Reads what any detector's {@link DriftDetector#toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static DriftDetector fromBytes(byte[] bytes) {
        int kind = bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
        try {
            return switch (kind) {
                case Adwin.KIND -> Adwin.fromBytes(bytes);
                case Ddm.KIND -> Ddm.fromBytes(bytes);
                case PageHinkley.KIND -> PageHinkley.fromBytes(bytes);
                case HddmA.KIND -> HddmA.fromBytes(bytes);
                case HddmW.KIND -> HddmW.fromBytes(bytes);
                case Fhddm.KIND -> Fhddm.fromBytes(bytes);
                case Kswin.KIND -> Kswin.fromBytes(bytes);
                case RateGlr.KIND -> RateGlr.fromBytes(bytes);
                default ->
                    throw new SnapshotException("these " + bytes.length
                            + " bytes hold no detector. Maybe they were cut short or are another learner's.");
            };
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("snapshot of a detector has impossible settings: " + e.getMessage());
        }
    }

    private static void checkWindow(int window) {
        if (window > MOST_WINDOW) {
            throw new IllegalArgumentException("window must be at most " + MOST_WINDOW + ", is " + window);
        }
    }
}
