package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.check.Violation;
import java.util.List;

/**
 * How a player fared in one world.
 *
 * @param byDay sums over the parcels ordered on each judged day
 * @param total sums over all of them
 * @param violations what checkers found, of the worlds that were checked
 * @param receipts what the product's receipts are worth; figures are NaN for other players
 */
record Run(List<Tally> byDay, Tally total, List<Violation> violations, ReceiptFigures receipts) {
    Run {
        violations = List.copyOf(violations);
        byDay = List.copyOf(byDay);
    }

    /** Margin a parcel in pesos over the judged days from {@code day}, at most {@code span} of them; NaN if there was none. */
    double marginCop(int day, int span) {
        Tally sum = new Tally();
        byDay.subList(day, Math.min(byDay.size(), day + span)).forEach(sum::addAll);
        return sum.marginCop();
    }
}
