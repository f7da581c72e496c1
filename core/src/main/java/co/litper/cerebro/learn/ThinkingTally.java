package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.SystemEvent.ThoughtReturned;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts what slow thinking did, entry by entry of the log, and keeps what came of advice that differed. Owned by one thread.
 * O(entries), and memory for at most {@value #MOST_CASES} cases.
 */
public final class ThinkingTally {
    /** Cases kept, and decisions that wait for their end; of more the oldest go. */
    static final int MOST_CASES = 50_000;

    private final Predicate<MerchantId> whose;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Map<ThoughtEnd, Long> ends = new EnumMap<>(ThoughtEnd.class);
    private final Map<Long, Advice> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Advice> eldest) {
            return size() > MOST_CASES;
        }
    };
    private final List<ThinkingReport.Case> cases = new ArrayList<>();
    private long considered;
    private long asked;
    private long differed;
    private long followed;
    private long inputTokens;
    private long outputTokens;
    private long costCop;

    /** @param whose merchants that count */
    public ThinkingTally(Predicate<MerchantId> whose) {
        this.whose = whose;
    }

    /** Counts over a whole log. */
    public static ThinkingReport over(EventLog log, Predicate<MerchantId> whose) {
        ThinkingTally tally = new ThinkingTally(whose);
        log.read(EventLog.FIRST, entry -> {
            tally.take(entry);
            return true;
        });
        return tally.report();
    }

    /** Takes the next entry in. Facts beside a tick belong to whom their decision does, and are counted for everyone. */
    public void take(Entry entry) {
        Envelope e = codec.decode(entry.event());
        boolean counts = whose.test(e.merchant()) || e.merchant().equals(MerchantId.INSTALLATION);
        if (!counts) {
            return;
        }
        if (e.event() instanceof ThoughtReturned t) {
            returned(t);
        }
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            take(fact);
        }
    }

    private void returned(ThoughtReturned t) {
        ends.merge(t.end(), 1L, Long::sum);
        inputTokens += t.inputTokens();
        outputTokens += t.outputTokens();
        costCop += t.costCop();
    }

    private void take(Fact fact) {
        if (fact instanceof Considered c) {
            considered++;
            asked += c.asked() ? 1 : 0;
        } else if (fact instanceof Decision d) {
            Optional.ofNullable(Advice.of(d)).ifPresent(advice -> {
                differed++;
                followed += advice.followed() ? 1 : 0;
                open.put(d.id(), advice);
            });
        } else if (fact instanceof Settled s && s.complete()) {
            Advice advice = open.remove(s.decisionId());
            if (advice != null && cases.size() < MOST_CASES) {
                cases.add(new ThinkingReport.Case(advice.followed(), advice.propensity(), s.parcelCop()));
            }
        }
    }

    /** What was counted so far. */
    public ThinkingReport report() {
        return new ThinkingReport(
                considered, asked, ends, differed, followed, inputTokens, outputTokens, costCop, cases);
    }
}
