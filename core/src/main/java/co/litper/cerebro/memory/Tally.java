package co.litper.cerebro.memory;

import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the episodes of one pattern.
 *
 * @param count how many there were
 * @param wrong how many of them went wrong
 * @param evidence log positions of the latest that went wrong, oldest first, at most {@value #EVIDENCE}
 */
record Tally(long count, long wrong, List<Long> evidence) {
    /** Nothing yet. */
    static final Tally NONE = new Tally(0, 0, List.of());

    /** Positions kept: enough for a person to look at. */
    static final int EVIDENCE = 8;

    Tally {
        evidence = List.copyOf(evidence);
    }

    Tally plus(Episode episode) {
        if (!episode.wentWrong()) {
            return new Tally(count + 1, wrong, evidence);
        }
        List<Long> more = new ArrayList<>(evidence);
        more.add(episode.events().getLast());
        return new Tally(count + 1, wrong + 1, more.subList(Math.max(0, more.size() - EVIDENCE), more.size()));
    }

    /** The share that went wrong; NaN of nothing. */
    double rate() {
        return (double) wrong / count;
    }

    /**
     * How many standard errors this pattern's rate stands above that of the rest of a broader one that includes it: the
     * two-sample test of proportions with pooled variance; 0 where either is empty or all are alike.
     */
    double above(Tally broader) {
        long restCount = broader.count - count;
        if (count == 0 || restCount <= 0) {
            return 0;
        }
        double rest = (double) (broader.wrong - wrong) / restCount;
        double pooled = broader.rate();
        double variance = pooled * (1 - pooled) * (1.0 / count + 1.0 / restCount);
        return variance > 0 ? (rate() - rest) / Math.sqrt(variance) : 0;
    }

    /** The rate of the rest of a broader pattern; NaN if there is none. */
    double restRate(Tally broader) {
        return (double) (broader.wrong - wrong) / (broader.count - count);
    }

    void write(WireWriter out) {
        out.varint(count).varint(wrong).varint(evidence.size());
        evidence.forEach(out::varint);
    }

    static Tally read(WireReader in) {
        long count = in.varint();
        long wrong = in.varint();
        int size = in.varintAsInt();
        List<Long> evidence = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            evidence.add(in.varint());
        }
        return new Tally(count, wrong, evidence);
    }
}
