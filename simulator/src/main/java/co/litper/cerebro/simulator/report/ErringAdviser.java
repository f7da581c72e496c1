package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.player.Parcels;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.Hash64;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the reasoner in simulated worlds: names the truly best of the options, but errs at a known rate, and then names
 * any of them. Equal dilemmas get equal advice. Counts what becomes of it. One thread.
 */
final class ErringAdviser implements Reasoner, ReceiptWatcher {
    private static final long ERR_SALT = 0x657272L;
    private static final long PICK_SALT = 0x7069636bL;

    private final Truth truth;
    private final double error;
    private final long seed;
    private final long costCop;
    private @Nullable Parcels parcels;
    private long considered;
    private long asked;
    private long differed;
    private long followed;

    /**
     * @param error how often it names any option
     * @param costCop what each thought costs
     */
    ErringAdviser(Truth truth, double error, long seed, long costCop) {
        this.truth = truth;
        this.error = error;
        this.seed = seed;
        this.costCop = costCop;
    }

    @Override
    public void recorded(Instant now, List<Entry> entries, Parcels known) {
        parcels = known;
        for (Entry entry : entries) {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Considered c) {
                    considered++;
                    asked += c.asked() ? 1 : 0;
                } else if (fact instanceof Decision d && d.choices().getFirst().isReconsidered()) {
                    differed++;
                    followed += d.keepsStanding() ? 0 : 1;
                }
            }
        }
    }

    @Override
    public Thought think(Dilemma dilemma) {
        boolean errs = Hash64.toUnit(Hash64.of(seed ^ ERR_SALT, dilemma.decisionId())) < error;
        Action action = errs ? any(dilemma) : best(dilemma);
        return new Thought(ThoughtEnd.ADVISED, action, 1 - error, "simulated", 0, 0, costCop);
    }

    private Action any(Dilemma dilemma) {
        double unit = Hash64.toUnit(Hash64.of(seed ^ PICK_SALT, dilemma.decisionId()));
        return dilemma.options().get((int) (unit * dilemma.options().size())).action();
    }

    /** The best by the hidden state, of those that may be taken; what stands where the world does not tell. */
    private Action best(Dilemma dilemma) {
        Parcels known = parcels;
        if (known == null) {
            return dilemma.standing();
        }
        return truth.answers(known.of(dilemma.homeKey()).guideNumber()).entrySet().stream()
                .filter(e -> dilemma.option(e.getKey()).isPresent())
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(dilemma.standing());
    }

    /** Decisions where thinking was worth its price. */
    long considered() {
        return considered;
    }

    /** Of them, asked about. */
    long asked() {
        return asked;
    }

    /** Advice that differed from what stood. */
    long differed() {
        return differed;
    }

    /** Of it, followed. */
    long followed() {
        return followed;
    }

    /** What all thoughts cost. */
    long spentCop() {
        return asked * costCop;
    }
}
