package co.litper.cerebro.server.http.api;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.log.Entry;
import java.util.ArrayList;
import java.util.List;

/** Reads decisions from the log. Pure. */
public final class DecisionLog {
    private DecisionLog() {}

    /** The decisions that stand beside an event. */
    public static List<Decision> decisions(Entry entry) {
        List<Decision> decisions = new ArrayList<>(1);
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            if (fact instanceof Decision decision) {
                decisions.add(decision);
            }
        }
        return decisions;
    }
}
