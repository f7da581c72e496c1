package co.litper.cerebro.simulator.record;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.learn.Basis;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.EventLog;
import java.util.Optional;
import java.util.function.LongFunction;

/** The facts of a log that teach, one by one, with the decisions that they refer to. */
record Lessons(EventLog log) {
    /** Takes a lesson. */
    @FunctionalInterface
    interface Pupil {
        void learn(long position, Fact fact, LongFunction<Optional<Basis>> bases);
    }

    void each(long from, Pupil pupil) {
        log.read(from, entry -> {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (Learner.wants(fact)) {
                    pupil.learn(entry.position(), fact, this::basis);
                }
            }
            return true;
        });
    }

    private Optional<Basis> basis(long decisionId) {
        return log.at(Decision.positionOf(decisionId)).stream()
                .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                .filter(fact -> fact instanceof Decision decision && decision.id() == decisionId)
                .map(fact -> Basis.of((Decision) fact))
                .findFirst();
    }
}
