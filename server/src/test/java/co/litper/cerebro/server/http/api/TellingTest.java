package co.litper.cerebro.server.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.StateView;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.LiveState;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What somebody who tells something is told of it where decisions fall elsewhere. */
class TellingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final long DECISION = 8;
    private static final int LOOKS = 3;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final StateView view = StateView.atCheckpoint(StateStore.empty());
    private final List<Envelope> told = new ArrayList<>();

    /** Keeps events; what becomes of them is told to whoever looks at the state. */
    private final WayIn in = new WayIn() {
        @Override
        public CompletableFuture<Taken> offer(Envelope event) {
            told.add(event);
            return CompletableFuture.completedFuture(new Kept());
        }

        @Override
        public CompletableFuture<Taken> submit(Envelope event) {
            return offer(event);
        }

        @Override
        public boolean isDecidedElsewhere() {
            return true;
        }
    };

    private final Telling telling = new Telling(in, () -> NOW);

    /** A state that somebody asks; {@code before} is done before each answer, with how often it was asked. */
    private LiveState asked(Consumer<Integer> before) {
        return new LiveState() {
            private int asked;

            @Override
            public <T> T ask(Question<T> question) {
                before.accept(++asked);
                return question.ask(view);
            }
        };
    }

    private Envelope answer(String id, long decision) {
        return telling.event(id, new MerchantId("shop"), 7, new ApprovalGiven(decision, 0, true, id));
    }

    private void append(Envelope event) {
        log.append(List.of(new Entry(log.end(), codec.encode(event), new byte[0])), List.of());
    }

    private Optional<List<String>> tell(LiveState state, boolean[] open) throws Exception {
        Telling.Matter matter = new Telling.Matter(
                log,
                state,
                log.end(),
                EventType.APPROVAL_GIVEN,
                e -> e instanceof ApprovalGiven given && given.decisionId() == DECISION,
                _ -> open[0]);
        return telling.tell(List.of(answer("mine", DECISION)), matter)
                .map(events -> events.stream().map(Envelope::id).toList());
    }

    @Test
    void whatClosedTheMatterIsReadFromTheLogAndNothingThatWasThereBeforeOrIsAboutAnother() throws Exception {
        boolean[] open = {true};
        append(answer("before", DECISION));
        LiveState state = asked(time -> {
            if (time == LOOKS) {
                append(answer("about another", DECISION + 1));
                append(answer("theirs", DECISION));
                open[0] = false;
            }
        });

        assertThat(tell(state, open)).contains(List.of("theirs"));
        assertThat(told).extracting(Envelope::id).containsExactly("mine");
    }

    @Test
    void whatRanOutByItselfWasClosedByNobody() throws Exception {
        boolean[] open = {false};
        assertThat(tell(asked(_ -> append(answer("about another", DECISION + 1))), open))
                .contains(List.of());
    }

    @Test
    void whatCannotBeReadAfterItWasKeptIsNotKnown() throws Exception {
        boolean[] open = {true};
        LiveState gone = asked(_ -> {
            throw new StoreException(StoreException.Kind.IO, "gone");
        });

        assertThat(tell(gone, open)).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void whatIsNotKeptIsToldSo() {
        WayIn refusing = new WayIn() {
            @Override
            public CompletableFuture<Taken> offer(Envelope event) {
                return CompletableFuture.failedFuture(new StoreException(StoreException.Kind.IO, "no broker"));
            }

            @Override
            public CompletableFuture<Taken> submit(Envelope event) {
                return offer(event);
            }

            @Override
            public boolean isDecidedElsewhere() {
                return true;
            }
        };
        Telling.Matter matter =
                new Telling.Matter(log, asked(_ -> {}), log.end(), EventType.APPROVAL_GIVEN, _ -> true, _ -> true);

        assertThatThrownBy(() -> new Telling(refusing, () -> NOW).tell(List.of(answer("mine", DECISION)), matter))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreException.class);
    }
}
