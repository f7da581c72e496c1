package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.StateView;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.server.LiveState;
import org.jspecify.annotations.Nullable;

/** A shard's state folded from its journal, all of it in memory: as much as a recording has. Thread-safe. */
final class JournalView implements LiveState {
    private final EventLog journal;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private @Nullable StateView view;

    JournalView(EventLog journal) {
        this.journal = journal;
    }

    @Override
    public synchronized <T> T ask(Question<T> question) {
        StateView current = view;
        view = null; // a fold that breaks off leaves a view that is neither here nor there
        if (current == null) {
            current = StateView.open(journal, StateStore.empty(), codec);
        } else {
            current.advance(journal, codec);
        }
        T answer = question.ask(current);
        view = current;
        return answer;
    }
}
