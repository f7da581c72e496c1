package co.litper.cerebro.learners.lifetime;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps of each customer what the models need, purchase by purchase: five numbers, in whatever order purchases come. A refit reads
 * only these. Owned by one thread; O(log customers) a purchase.
 */
public final class CustomerLedger {
    /** Customers at most: about 100 MB. A purchase of one more is refused. */
    public static final int MOST_CUSTOMERS = 1_000_000;

    private static final int KIND = 0x4C454447;
    private static final int VERSION = 1;

    /** First and last time, value of the first purchase, purchases, and the value of all. */
    private record Line(double first, double firstValue, double last, long purchases, double value) {
        Line and(double time, double worth) {
            boolean earlier = time < first;
            return new Line(
                    earlier ? time : first,
                    earlier ? worth : firstValue,
                    Math.max(last, time),
                    purchases + 1,
                    value + worth);
        }

        CustomerSummary at(double now) {
            long repeats = purchases - 1;
            double mean = repeats == 0 ? 0 : Math.max(0, (value - firstValue) / repeats);
            return new CustomerSummary(repeats, last - first, Math.max(now, last) - first, mean);
        }
    }

    private final TreeMap<Long, Line> lines = new TreeMap<>();

    /**
     * Takes in a purchase.
     *
     * @param customer whose
     * @param time in the models' unit, from any origin, finite
     * @param value at least 0
     * @throws BadSampleException if a number is out of range or {@link #MOST_CUSTOMERS} are known; nothing has changed then
     */
    public void bought(long customer, double time, double value) {
        if (!(Double.isFinite(time) && value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new BadSampleException("a purchase at " + time + " of value " + value + " is none");
        }
        Line line = lines.get(customer);
        if (line == null && lines.size() >= MOST_CUSTOMERS) {
            throw new BadSampleException("the ledger holds " + MOST_CUSTOMERS + " customers, and customer " + customer
                    + " would be one more. Maybe drop those long gone.");
        }
        lines.put(customer, line == null ? new Line(time, value, time, 1, value) : line.and(time, value));
    }

    /** Forgets a customer. */
    public void forget(long customer) {
        lines.remove(customer);
    }

    /** The customer's past as seen at {@code now}; empty if there is none. */
    public Optional<CustomerSummary> summary(long customer, double now) {
        return Optional.ofNullable(lines.get(customer)).map(line -> line.at(now));
    }

    /** Every customer's past as seen at {@code now}, by number; what {@link LifetimeFit} takes. */
    public List<CustomerSummary> summaries(double now) {
        List<CustomerSummary> all = new ArrayList<>(lines.size());
        lines.values().forEach(line -> all.add(line.at(now)));
        return all;
    }

    /** Versioned bytes. */
    public byte[] toBytes() {
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION).int32(lines.size());
        lines.forEach((customer, line) -> out.int64(customer)
                .float64(line.first)
                .float64(line.firstValue)
                .float64(line.last)
                .int64(line.purchases)
                .float64(line.value));
        return out.finish();
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link SnapshotException} for anything else. */
    public static CustomerLedger fromBytes(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes, KIND, VERSION);
        CustomerLedger ledger = new CustomerLedger();
        int customers = in.int32();
        if (customers < 0 || customers > MOST_CUSTOMERS) {
            throw new SnapshotException("ledger claims " + customers + " customers");
        }
        for (int i = 0; i < customers; i++) {
            long customer = in.int64();
            Line line = new Line(in.float64(), in.float64(), in.float64(), in.int64(), in.float64());
            if (!(line.first <= line.last && line.purchases > 0 && line.value >= 0)) {
                throw new SnapshotException("ledger has " + line + " of customer " + customer);
            }
            ledger.lines.put(customer, line);
        }
        return ledger;
    }
}
