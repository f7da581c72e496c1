package co.litper.cerebro.act;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-03-02T15:00:00Z");
    private final Dispatch dispatch = new Dispatch(
            7,
            new MerchantId("m"),
            "home:1",
            PersonRef.NONE,
            Action.REDELIVER,
            "",
            now.plus(Duration.ofDays(2)).toEpochMilli());
    private final List<EffectStatus> told = new ArrayList<>();
    private final Deque<Channel.Result> answers = new ArrayDeque<>();
    private int sent;
    private int refusals;

    private Executor executor(boolean deduplicates) {
        Executor executor = new Executor(Map.of(), new Scripted(deduplicates), this::report, () -> now);
        assertThat(executor.offer(dispatch)).isTrue();
        return executor;
    }

    private void report(Dispatch about, ActionExecuted executed) {
        if (refusals > 0) {
            refusals--;
            throw new IllegalStateException("the disk is full");
        }
        told.add(executed.status());
    }

    private final class Scripted implements Channel {
        private final boolean deduplicates;

        Scripted(boolean deduplicates) {
            this.deduplicates = deduplicates;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public boolean deduplicates() {
            return deduplicates;
        }

        @Override
        public Result send(Dispatch effect) {
            sent++;
            Result next = answers.poll();
            if (next == null) {
                throw new IllegalStateException("a bug of the channel");
            }
            return next;
        }
    }

    private void runFor(Executor executor, int rounds) throws InterruptedException {
        for (int i = 0; i < rounds; i++) {
            executor.runReady();
            now = now.plus(LONG);
        }
    }

    @Test
    void anAttemptThatCannotBeRecordedIsNotMadeUntilItIs() throws InterruptedException {
        answers.add(Channel.Result.DONE);
        refusals = 2;
        Executor executor = executor(false);

        runFor(executor, 2);
        assertThat(sent).isZero();
        runFor(executor, 1);

        assertThat(sent).isEqualTo(1);
        assertThat(told).containsExactly(EffectStatus.ATTEMPTING, EffectStatus.DONE);
        assertThat(executor.isIdle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasSentIsNotSentAgainBecauseItsReportWasRefused(boolean deduplicates) throws InterruptedException {
        answers.add(Channel.Result.DONE);
        answers.add(Channel.Result.DONE);
        Executor executor = executor(deduplicates);
        if (deduplicates) {
            refusals = 3;
        }
        executor.runReady();
        runFor(executor, 5);

        assertThat(sent).isEqualTo(1);
        assertThat(told.getLast()).isEqualTo(EffectStatus.DONE);
        assertThat(executor.isIdle()).isTrue();
    }

    @Test
    void whoeverWaitsForAnEffectIsToldWhenItIsOut() throws InterruptedException {
        answers.add(Channel.Result.RETRY);
        answers.add(Channel.Result.DONE);
        Executor executor = executor(true);
        CompletableFuture<Void> end = executor.end(dispatch.effectId());
        executor.runReady();

        assertThat(end).isNotDone();
        assertThat(executor.end(dispatch.effectId() + 1)).isDone();
        runFor(executor, 2);

        assertThat(end).isDone();
        assertThat(executor.end(dispatch.effectId())).isDone();
        assertThat(told).containsExactly(EffectStatus.DONE);
    }

    @Test
    void whoeverWaitsForAnEffectThatIsWithdrawnIsToldToo() {
        Executor executor = executor(true);
        CompletableFuture<Void> end = executor.end(dispatch.effectId());

        executor.withdraw(dispatch.effectId());

        assertThat(end).isDone();
        assertThat(sent).isZero();
    }

    @Test
    void aChannelThatThrowsIsTriedAgainIfItsReceiverCanTellARepeat() throws InterruptedException {
        Executor executor = executor(true);
        runFor(executor, 1);
        answers.add(Channel.Result.DONE);
        runFor(executor, 1);

        assertThat(sent).isEqualTo(2);
        assertThat(told).containsExactly(EffectStatus.DONE);
    }

    @Test
    void aChannelThatThrowsLeavesAnUnknownIfItsReceiverCannotTellARepeat() throws InterruptedException {
        Executor executor = executor(false);
        runFor(executor, 3);

        assertThat(sent).isEqualTo(1);
        assertThat(told).containsExactly(EffectStatus.ATTEMPTING, EffectStatus.UNKNOWN);
    }

    @Test
    void aWithdrawnEffectIsNotTriedAgain() throws InterruptedException {
        answers.add(Channel.Result.RETRY);
        Executor executor = executor(true);
        executor.runReady();
        executor.withdraw(dispatch.effectId());
        runFor(executor, 3);

        assertThat(sent).isEqualTo(1);
        assertThat(told).isEmpty();
        assertThat(executor.isIdle()).isTrue();
    }

    @Test
    void aReportThatIsOwedIsMadeOnceMoreOnStopping() throws InterruptedException {
        answers.add(Channel.Result.DONE);
        Executor executor = executor(true);
        refusals = 1;
        executor.runReady();
        assertThat(told).isEmpty();
        executor.stop();
        executor.run();

        assertThat(sent).isEqualTo(1);
        assertThat(told).containsExactly(EffectStatus.DONE);
    }

    @Test
    void afterItsDeadlineNothingIsSent() throws InterruptedException {
        answers.add(Channel.Result.RETRY);
        Executor executor = executor(true);
        executor.runReady();
        now = now.plus(Duration.ofDays(3));
        executor.runReady();

        assertThat(sent).isEqualTo(1);
        assertThat(told).containsExactly(EffectStatus.EXPIRED);
    }
}
