package co.litper.cerebro.learners.anomaly;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Watches one series of readings at regular or irregular times and says of each how strange it is, given only those before it. Owned by
 * one thread; bounded memory, about 1 MB; some 200 µs a reading.
 *
 * <p>Seven sources each measure strangeness; each is told as a conformal p-value among its own past ({@code RankWindow}), which needs no
 * scale and no threshold by series. Their geometric mean times e is again a p-value, however they depend on each other (V. Vovk
 * and R. Wang, "Combining p-values via averaging", Biometrika 2020); the score is 1 minus it. What was as strange at the same time
 * on a day before counts for less, and of an episode only the beginning and what is stranger still is an alarm.
 *
 * <p>A reading without a value is passed over; after a gap shapes begin anew; a time that goes back counts as none having passed.
 */
public final class SeriesDetector {
    private static final int KIND = 0x53455249;
    private static final int VERSION = 1;

    private static final int TREES = 50;
    private static final int SAMPLE = 256;
    /** Forgetting of the forest per reading: half in about 7,000. */
    private static final double DECAY = 1e-4;

    /** Share of a new value in the smoothed level. */
    private static final double SMOOTHING = 0.1;

    private static final int SHORT = 8;
    private static final int LONG = 24;

    /** Readings among which a p-value is told. */
    private static final int WINDOW = 4_096;

    /** Readings before the first p-value: fewer cannot tell the rare. */
    private static final int WARM_UP = 100;

    /** −ln p of one source at most, so that none speaks for all. */
    private static final double MOST_EVIDENCE = 15;

    /** −ln p from which on a voter is sure: once in 150 readings. */
    private static final double SURE = 5;

    /** Readings for which an episode's strangest one mutes what is less strange. */
    private static final int QUIET = 75;

    /** Gaps longer than this many times the usual distance break a shape. */
    private static final long GAP = 10;

    /** Below this share of the value a difference is rounding. */
    private static final double ROUNDING = 1e-9;

    /** Share of ordinary readings inside the expected range. */
    private static final double INSIDE = 0.99;

    private static final Source[] SOURCES = Source.values();
    private static final Source[] VOTERS = {Source.FOREST, Source.SEASON, Source.FORECAST};

    private final History history = new History();
    private final RankWindow[] windows = new RankWindow[SOURCES.length];
    private final Episode episode = new Episode(QUIET);
    private RandomCutForest forest;
    private double level;
    /** Seconds between readings, smoothed. */
    private double distance;

    /** A detector that knows nothing yet; {@code seed} of the forest's chance. */
    public SeriesDetector(long seed) {
        forest = new RandomCutForest(1, TREES, SAMPLE, DECAY, seed);
        for (int s = 0; s < windows.length; s++) {
            windows[s] = new RankWindow(WINDOW);
        }
    }

    /**
     * Judges a reading and then learns it.
     *
     * @param time in seconds since 1970, local if days are to be local
     * @param value finite, or NaN for a reading without a value
     * @throws BadSampleException if {@code value} is infinite; nothing has changed then
     */
    public Anomaly observe(long time, double value) {
        if (Double.isInfinite(value)) {
            throw new BadSampleException("a reading must be finite or NaN, is " + value);
        }
        if (Double.isNaN(value)) {
            return new Anomaly(0, 0, 0, 0, level, level, level, Map.of());
        }
        long now = history.size() == 0 ? time : Math.max(time, history.time(history.size() - 1));
        double season = season(now, value);
        double forecast = history.size() == 0 ? value : level;
        append(now, value);
        double[] strange = strangeness(value, season, forecast);
        double[] evidence = new double[SOURCES.length];
        boolean warm = history.size() > WARM_UP;
        for (int s = 0; s < SOURCES.length; s++) {
            evidence[s] = warm ? Math.min(MOST_EVIDENCE, windows[s].rarity(strange[s])) : 0;
        }
        Anomaly said = said(now, evidence, season, forecast);
        learn(value, strange, forecast);
        return said;
    }

    /** What is usual at this time: by day or by week, whichever is nearer; NaN before the third day. */
    private double season(long now, double value) {
        double daily = Strangeness.dailyMedian(history, now);
        double weekly = Strangeness.weeklyMedian(history, now);
        boolean byWeek = Math.abs(value - weekly) < Math.abs(value - daily);
        return byWeek ? weekly : daily;
    }

    private void append(long now, double value) {
        boolean first = history.size() == 0;
        long passed = first ? 0 : now - history.time(history.size() - 1);
        boolean gap = distance > 0 && passed > GAP * distance;
        if (!first && !gap) {
            distance = distance == 0 ? passed : distance + SMOOTHING * (passed - distance);
        }
        history.add(now, value, gap);
    }

    private double[] strangeness(double value, double season, double forecast) {
        double[] strange = new double[SOURCES.length];
        for (Source source : SOURCES) {
            strange[source.ordinal()] = switch (source) {
                case FOREST -> forest.score(new double[] {value});
                case SEASON -> Double.isNaN(season) ? 0 : off(value, season);
                case FORECAST -> off(value, forecast);
                case SHORT_SHAPE -> Strangeness.shape(history, SHORT);
                case LONG_SHAPE -> Strangeness.shape(history, LONG);
                case RANGE -> Strangeness.beyondRange(history);
                case LEVEL -> Strangeness.levelShift(history);
            };
        }
        return strange;
    }

    private static double off(double value, double expected) {
        double off = Math.abs(value - expected);
        return off > ROUNDING * Math.max(Math.abs(value), Math.abs(expected)) ? off : 0;
    }

    private Anomaly said(long now, double[] evidence, double season, double forecast) {
        double found = Arrays.stream(evidence).average().orElse(0);
        history.evident(found);
        double news = Recurrence.news(history, now, found);
        double score = score(news);
        double[] voters = new double[VOTERS.length];
        int votes = 0;
        for (int v = 0; v < voters.length; v++) {
            voters[v] = evidence[VOTERS[v].ordinal()];
            votes += voters[v] >= SURE ? 1 : 0;
        }
        Arrays.sort(voters);
        Source by = Double.isNaN(season) ? Source.FORECAST : Source.SEASON;
        double expected = by == Source.SEASON ? season : forecast;
        double reach = windows[by.ordinal()].quantile(INSIDE);
        Map<Source, Double> told = new EnumMap<>(Source.class);
        for (Source source : SOURCES) {
            told.put(source, evidence[source.ordinal()]);
        }
        return new Anomaly(
                score,
                episode.alarm(news) ? score : 0,
                votes,
                score(voters[voters.length - 2]),
                expected,
                expected - reach,
                expected + reach,
                told);
    }

    /** 1 − min(1, e · e^−evidence). */
    private static double score(double evidence) {
        return evidence > 1 ? -Math.expm1(1 - evidence) : 0;
    }

    private void learn(double value, double[] strange, double forecast) {
        for (int s = 0; s < strange.length; s++) {
            windows[s].add(strange[s]);
        }
        forest.observe(new double[] {value});
        level = forecast + SMOOTHING * (value - forecast);
    }

    /** Versioned bytes; {@link #fromBytes} reads them. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION).float64(level).float64(distance);
        history.write(out);
        episode.write(out);
        for (RankWindow window : windows) {
            window.write(out);
        }
        return out.bytes(forest.toBytes()).finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static SeriesDetector fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        SeriesDetector detector = new SeriesDetector(0);
        detector.level = in.float64();
        detector.distance = in.float64();
        detector.history.read(in);
        detector.episode.read(in);
        for (RankWindow window : detector.windows) {
            window.read(in);
        }
        detector.forest = RandomCutForest.fromBytes(in.bytes());
        return detector;
    }
}
