package co.litper.cerebro.memory;

import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.SpanishNames;
import co.litper.cerebro.world.Hash64;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What episodes may have in common; a part that is null may be anything.
 *
 * @param merchant whose episodes
 * @param carrier who carried
 * @param city where to
 * @param issue about which novedad
 * @param action what was done
 * @param day on which weekday
 * @param afterHoliday true for the day after a holiday
 */
record Pattern(
        MerchantId merchant,
        @Nullable Carrier carrier,
        @Nullable CityCode city,
        @Nullable IssueReason issue,
        @Nullable Action action,
        @Nullable DayOfWeek day,
        @Nullable Boolean afterHoliday) {
    private static final long SEED = 0x7061747465726e31L;
    /** Ids of facts have this bit, ids of decisions do not. */
    private static final long FACT_BIT = 1L << 62;

    /**
     * What an episode is an instance of and what is worth counting, the broadest first: of a novedad, what was done and who
     * carried; of a parcel, who carried it, where to and when, so that a parcel with a novedad is not counted twice.
     */
    static List<Pattern> of(Episode episode) {
        Scene s = episode.scene();
        MerchantId m = episode.merchant();
        List<Pattern> patterns = new ArrayList<>();
        if (s.issue() != null) {
            patterns.add(new Pattern(m, null, null, s.issue(), null, null, null));
            patterns.add(new Pattern(m, null, null, s.issue(), s.action(), null, null));
            patterns.add(new Pattern(m, s.carrier(), null, s.issue(), null, null, null));
            return patterns;
        }
        patterns.add(new Pattern(m, null, null, null, null, null, null));
        patterns.add(new Pattern(m, s.carrier(), null, null, null, null, null));
        patterns.add(new Pattern(m, null, s.city(), null, null, null, null));
        patterns.add(new Pattern(m, null, null, null, null, s.day(), null));
        patterns.add(new Pattern(m, s.carrier(), s.city(), null, null, null, null));
        patterns.add(new Pattern(m, s.carrier(), s.city(), null, null, s.day(), null));
        if (s.afterHoliday()) {
            patterns.add(new Pattern(m, null, null, null, null, null, true));
            patterns.add(new Pattern(m, s.carrier(), s.city(), null, null, s.day(), true));
        }
        return patterns;
    }

    /** The one pattern next broader, against which this one must stand out; the broadest is its own. */
    Pattern broader() {
        if (afterHoliday != null && day != null) {
            return new Pattern(merchant, carrier, city, issue, action, day, null);
        }
        if (day != null && carrier != null) {
            return new Pattern(merchant, carrier, city, issue, action, null, null);
        }
        if (issue != null && (action != null || carrier != null)) {
            return new Pattern(merchant, null, null, issue, null, null, null);
        }
        if (carrier != null && city != null) {
            return new Pattern(merchant, carrier, null, null, null, null, null);
        }
        return new Pattern(merchant, null, null, null, null, null, null);
    }

    /** The id of the fact about this pattern. */
    long id() {
        return Hash64.of(SEED, toString()) & (FACT_BIT - 1) | FACT_BIT;
    }

    /** In Spanish: "Envia a Pasto los lunes después de festivo". */
    String in(Wording wording) {
        StringBuilder text = new StringBuilder(carrier == null ? "Los envíos" : wording.carrier(carrier));
        if (city != null) {
            text.append(" a ").append(wording.city(city));
        }
        if (issue != null) {
            text.append(" con novedad ").append(SpanishNames.of(issue));
        }
        if (action != null) {
            text.append(", cuando ").append(Wording.action(action)).append(',');
        }
        if (day != null) {
            String name = Wording.day(day);
            text.append(" los ").append(name).append(name.endsWith("s") ? "" : "s");
        }
        if (afterHoliday != null) {
            text.append(" después de festivo");
        }
        return text.toString();
    }
}
