package co.litper.cerebro.host;

import co.litper.cerebro.Brain;
import co.litper.cerebro.Derived;
import co.litper.cerebro.Step;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Takes an event through the brain, and right behind it all that follows from it: derived events, and further ticks for the
 * keys that the first had no room for. Every host steps by this, so that equal input gives equal entries. Owned by one
 * thread.
 */
public final class StepChain {
    private final EnvelopeCodec codec;
    private final WireWriter scratch = new WireWriter();

    /** A chain that writes what follows with {@code codec}. */
    public StepChain(EnvelopeCodec codec) {
        this.codec = codec;
    }

    /** Is given what each event of a chain came to, in the order of their positions. */
    @FunctionalInterface
    public interface Sink {
        void met(Entry entry, Step step);
    }

    /**
     * Meets {@code cause} and what follows.
     *
     * @param bytes the envelope as it will be stored
     * @param position the position that it gets, unless it is a duplicate
     * @return the step of {@code cause} itself; whatever is thrown leaves the brain's state unfit
     */
    public Step run(Brain brain, Envelope cause, byte[] bytes, long position, Sink sink) {
        Run run = new Run(brain, position, sink);
        Step first = run.meet(cause, bytes);
        Envelope last = cause;
        Step step = first;
        run.followDerived(step);
        while (step.hasMoreDue() && last.event() instanceof Tick tick) {
            last = Derived.tickAgain(last, tick, run.next);
            step = run.meet(last, codec.encode(last));
            run.followDerived(step);
        }
        return first;
    }

    private final class Run {
        private final Brain brain;
        private final Sink sink;
        private long next;

        Run(Brain brain, long position, Sink sink) {
            this.brain = brain;
            this.next = position;
            this.sink = sink;
        }

        void followDerived(Step step) {
            Deque<Envelope> derived = new ArrayDeque<>(step.derived());
            while (!derived.isEmpty()) {
                Envelope envelope = derived.remove();
                derived.addAll(meet(envelope, codec.encode(envelope)).derived());
            }
        }

        Step meet(Envelope envelope, byte[] bytes) {
            Step step = brain.step(envelope, next);
            if (!step.isDuplicate()) {
                sink.met(new Entry(next, bytes, FactsCodec.encode(step.facts(), scratch)), step);
                next++;
            }
            return step;
        }
    }
}
