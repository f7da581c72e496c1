package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Shipments as rows, what they differ in as columns of level numbers. Immutable once made.
 *
 * <p>Some 60 bytes and a guide number a row. Of a column with many levels the {@value #MOST_LEVELS} most frequent are told
 * apart and the others lie together as level {@link #OTHER}, so that a search is bounded.
 */
public final class CaseTable {
    /** A row whose level is none of those told apart, or is not known. */
    static final int OTHER = -1;

    /** Levels of a factor that are told apart; the rest are too small to say anything of. */
    static final int MOST_LEVELS = 200;

    private static final double MS_PER_DAY = 86_400_000.0;
    private static final byte NOT_RIPE = -1;
    private static final Factor[] FACTORS = Factor.values();

    private final int size;
    private final Map<Factor, int[]> columns;
    private final Map<Factor, List<String>> levels;
    private final byte[][] shares;
    private final float[] days;
    private final int[] begun;
    private final String[] guides;
    private final int today;

    private CaseTable(Builder from) {
        size = from.guides.size();
        today = from.today;
        columns = new EnumMap<>(Factor.class);
        levels = new EnumMap<>(Factor.class);
        shares = new byte[Measure.values().length][];
        for (Measure measure : Measure.values()) {
            shares[measure.ordinal()] = Arrays.copyOf(from.shares[measure.ordinal()], size);
        }
        days = Arrays.copyOf(from.days, size);
        begun = Arrays.copyOf(from.begun, size);
        guides = from.guides.toArray(String[]::new);
        for (Factor factor : FACTORS) {
            if (factor != Factor.PERIOD && factor != Factor.VALUE) {
                keepFrequent(factor, from.columns.getOrDefault(factor, List.of()));
            }
        }
        keepFrequent(Factor.VALUE, quarters(from.values));
    }

    /** A table to be filled; {@code now} tells which promises have passed. */
    public static Builder builder(Instant now, HolidayCalendar holidays) {
        return new Builder(now, holidays);
    }

    private void keepFrequent(Factor factor, List<String> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        counts.remove("");
        List<String> kept = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> number = new LinkedHashMap<>();
        kept.forEach(text -> number.put(text, number.size()));
        int[] column = new int[size];
        for (int i = 0; i < size; i++) {
            column[i] = number.getOrDefault(texts.get(i), OTHER);
        }
        columns.put(factor, column);
        levels.put(factor, kept);
    }

    private static List<String> quarters(List<Long> values) {
        long[] sorted =
                values.stream().mapToLong(v -> v).filter(v -> v > 0).sorted().toArray();
        List<String> quarters = new ArrayList<>(values.size());
        for (long value : values) {
            if (value <= 0) {
                quarters.add("");
                continue;
            }
            int quarter = 1;
            for (int q = 1; q <= 3; q++) {
                quarter += value > sorted[q * (sorted.length - 1) / 4] ? 1 : 0;
            }
            quarters.add("Q" + quarter);
        }
        return quarters;
    }

    /** How many shipments. */
    public int size() {
        return size;
    }

    /** The levels of a factor that are told apart, the most frequent first; none for {@link Factor#PERIOD}. */
    public List<String> levels(Factor factor) {
        return levels.getOrDefault(factor, List.of());
    }

    int[] column(Factor factor) {
        int[] column = columns.get(factor);
        if (column == null) {
            throw new IllegalArgumentException(factor + " is no column");
        }
        return column;
    }

    /** True if the row tells the measure yet. */
    boolean isRipe(Measure measure, int row) {
        return shares[measure.ordinal()][row] != NOT_RIPE;
    }

    /** The row's share (0 or 1) or its days. */
    double value(Measure measure, int row) {
        return measure == Measure.DAYS ? days[row] : shares[measure.ordinal()][row];
    }

    /** The day on which it began, days since 1970. */
    int begun(int row) {
        return begun[row];
    }

    /** The day of the question, days since 1970. */
    int today() {
        return today;
    }

    String guide(int row) {
        return guides[row];
    }

    /** The rows that have one of these levels of a factor; made once, it is quick for every row. */
    IntPredicate oneOf(Factor factor, List<String> wanted) {
        if (factor == Factor.PERIOD) {
            int[] from = wanted.stream().mapToInt(Periods::from).toArray();
            int[] to = wanted.stream().mapToInt(Periods::to).toArray();
            return row -> isWithin(begun[row], from, to);
        }
        int[] column = column(factor);
        boolean[] isWanted = new boolean[levels(factor).size()];
        for (String level : wanted) {
            int at = levels(factor).indexOf(level);
            if (at != OTHER) {
                isWanted[at] = true;
            }
        }
        return row -> column[row] != OTHER && isWanted[column[row]];
    }

    private static boolean isWithin(int day, int[] from, int[] to) {
        for (int i = 0; i < from.length; i++) {
            if (from[i] <= day && day <= to[i]) {
                return true;
            }
        }
        return false;
    }

    /** Fills a table, row by row. */
    public static final class Builder {
        private static final int FIRST_ROOM = 1 << 10;

        private final long nowMs;
        private final int today;
        private final HolidayCalendar holidays;
        private final Map<Factor, List<String>> columns = new EnumMap<>(Factor.class);
        private final byte[][] shares = new byte[Measure.values().length][FIRST_ROOM];
        private final List<Long> values = new ArrayList<>();
        private final List<String> guides = new ArrayList<>();
        private float[] days = new float[FIRST_ROOM];
        private int[] begun = new int[FIRST_ROOM];

        private Builder(Instant now, HolidayCalendar holidays) {
            this.nowMs = now.toEpochMilli();
            this.today = (int) LocalDate.ofInstant(now, Clock.BOGOTA).toEpochDay();
            this.holidays = holidays;
            for (Factor factor : FACTORS) {
                columns.put(factor, new ArrayList<>());
            }
        }

        /** Adds a shipment as it stands; one without a beginning or called off tells nothing and is left out. */
        public Builder add(ParcelState parcel) {
            if (parcel.createdAtMs() == ParcelState.NO_TIME || parcel.state() == ShipmentState.CANCELLED) {
                return this;
            }
            int row = guides.size();
            makeRoom(row);
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(parcel.createdAtMs()), Clock.BOGOTA);
            begun[row] = (int) day.toEpochDay();
            guides.add(parcel.guideNumber().isEmpty() ? parcel.orderId() : parcel.guideNumber());
            values.add(parcel.facts().valueCop());
            note(Measure.LATE, row, isLateRipe(parcel), parcel.isLate(nowMs));
            note(
                    Measure.RETURNED,
                    row,
                    parcel.state() == ShipmentState.DELIVERED || parcel.state() == ShipmentState.RETURNED,
                    parcel.state() == ShipmentState.RETURNED);
            note(Measure.ISSUE, row, true, parcel.issues() > 0);
            boolean delivered = parcel.state() == ShipmentState.DELIVERED;
            note(Measure.DAYS, row, delivered, false);
            days[row] = delivered
                    ? (float) Math.max(0, (parcel.endedAtMs() - parcel.createdAtMs()) / MS_PER_DAY)
                    : Float.NaN;
            addLevels(parcel, day);
            return this;
        }

        private boolean isLateRipe(ParcelState parcel) {
            Instant promised = parcel.facts().promisedAt();
            return promised != null && promised.toEpochMilli() < nowMs && parcel.state() != ShipmentState.RETURNED;
        }

        private void addLevels(ParcelState parcel, LocalDate day) {
            CityCode city = parcel.destination();
            IssueReason issue = parcel.issue();
            add(
                    Factor.CARRIER,
                    parcel.carrier().equals(Carrier.UNKNOWN)
                            ? ""
                            : parcel.carrier().code());
            add(Factor.CITY, city.equals(CityCode.UNKNOWN) ? "" : city.code());
            add(Factor.DEPARTMENT, city.isKnown() ? city.department() : "");
            add(Factor.WEEKDAY, Integer.toString(day.getDayOfWeek().getValue()));
            add(
                    Factor.HOLIDAY,
                    holidays.isHoliday(day) ? "HOLIDAY" : holidays.isHoliday(day.plusDays(1)) ? "EVE" : "ORDINARY");
            add(Factor.PRODUCT, parcel.facts().category());
            add(Factor.PAYMENT, parcel.facts().cod() ? "COD" : "PREPAID");
            add(Factor.SHOP, parcel.facts().shop());
            add(Factor.ISSUE, issue == null ? "" : issue.name());
        }

        private void add(Factor factor, String level) {
            columns.computeIfAbsent(factor, f -> new ArrayList<>()).add(level);
        }

        private void note(Measure measure, int row, boolean ripe, boolean hit) {
            shares[measure.ordinal()][row] = ripe ? (byte) (hit ? 1 : 0) : NOT_RIPE;
        }

        private void makeRoom(int row) {
            if (row == days.length) {
                days = Arrays.copyOf(days, row * 2);
                begun = Arrays.copyOf(begun, row * 2);
                for (int m = 0; m < shares.length; m++) {
                    shares[m] = Arrays.copyOf(shares[m], row * 2);
                }
            }
        }

        /** The table; the builder is not used again. */
        public CaseTable build() {
            return new CaseTable(this);
        }
    }
}
