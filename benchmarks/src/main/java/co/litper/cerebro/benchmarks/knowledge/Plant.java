package co.litper.cerebro.benchmarks.knowledge;

import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Factor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A cause planted in a world.
 *
 * @param kind what sort of cause, for the report
 * @param question what an analyst would ask who sees only the symptom
 * @param truth what an answer must name
 * @param hit the parcels that it harms
 * @param slowDays days that it adds, on average
 * @param badAddress chance that it makes the address useless
 * @param refused chance that it makes the customer refuse
 */
record Plant(
        String kind,
        String question,
        List<Condition> truth,
        Predicate<MadeParcel> hit,
        double slowDays,
        double badAddress,
        double refused) {

    /** True if {@code named}, what an answer accuses, is this cause: all its parts and no other but a period about right. */
    boolean isNamedBy(List<Condition> named) {
        List<Condition> plain =
                named.stream().filter(c -> c.factor() != Factor.PERIOD).toList();
        List<Condition> wanted =
                truth.stream().filter(c -> c.factor() != Factor.PERIOD).toList();
        boolean timed = wanted.size() < truth.size();
        boolean namesTime = plain.size() < named.size();
        return plain.containsAll(wanted)
                && wanted.containsAll(plain)
                && timed == namesTime
                && (!timed || overlapsMostly(period(truth), period(named)));
    }

    private static String period(List<Condition> of) {
        return of.stream()
                .filter(c -> c.factor() == Factor.PERIOD)
                .findFirst()
                .orElseThrow()
                .level();
    }

    /** More than half of either lies in the other. */
    private static boolean overlapsMostly(String a, String b) {
        long[] one = days(a);
        long[] two = days(b);
        double common = Math.min(one[1], two[1]) - Math.max(one[0], two[0]) + 1;
        return common > 0.5 * (one[1] - one[0] + 1) && common > 0.5 * (two[1] - two[0] + 1);
    }

    private static long[] days(String level) {
        String[] ends = level.split("/", -1);
        return new long[] {
            LocalDate.parse(ends[0]).toEpochDay(), LocalDate.parse(ends[1]).toEpochDay()
        };
    }
}
