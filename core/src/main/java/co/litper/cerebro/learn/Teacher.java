package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.world.Hash64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Takes what a log says to a learner, and finds the decision that each outcome is about: the newest at hand, older ones by
 * reading the log again. Owned by one thread. O(1) a fact but for what must be read again.
 */
public final class Teacher {
    private final Learner learner;
    private final LongFunction<Optional<Entry>> entries;
    /** By mixed id: ids are multiples of 1,024, which a hash table would put into a few bins. */
    private final Map<Long, Basis> bases;

    /**
     * A teacher of {@code learner}.
     *
     * @param entries finds the entry at a position
     * @param mostBases open decisions kept at hand, about 400 bytes each
     */
    public Teacher(Learner learner, LongFunction<Optional<Entry>> entries, int mostBases) {
        this.learner = learner;
        this.entries = entries;
        this.bases = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Basis> eldest) {
                return size() > mostBases;
            }
        };
    }

    /** Who is taught. */
    public Learner learner() {
        return learner;
    }

    /** Teaches whatever an entry says that the learner wants to know. */
    public void teach(Entry entry) {
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            if (Learner.wants(fact)) {
                teach(entry.position(), fact);
            }
        }
    }

    /** Teaches a fact that the learner wants and that stands at {@code position}. */
    public void teach(long position, Fact fact) {
        if (fact instanceof Decision decision) {
            bases.put(Hash64.mix(decision.id()), Basis.of(decision));
        }
        learner.learn(position, fact, this::basis);
        if (fact instanceof Settled settled) {
            dropUnlessFirst(settled.decisionId());
        }
    }

    /** What a parcel was opened with is asked for again when its expected day comes, be it delivered or not. */
    private void dropUnlessFirst(long decisionId) {
        Basis basis = bases.get(Hash64.mix(decisionId));
        if (basis != null && !basis.first()) {
            bases.remove(Hash64.mix(decisionId));
        }
    }

    private Optional<Basis> basis(long decisionId) {
        Basis recent = bases.get(Hash64.mix(decisionId));
        if (recent != null) {
            return Optional.of(recent);
        }
        Optional<Entry> entry = entries.apply(Decision.positionOf(decisionId));
        if (entry.isPresent()) {
            for (Fact fact : FactsCodec.decode(entry.get().facts())) {
                if (fact instanceof Decision decision && decision.id() == decisionId) {
                    return Optional.of(Basis.of(decision));
                }
            }
        }
        return Optional.empty();
    }
}
