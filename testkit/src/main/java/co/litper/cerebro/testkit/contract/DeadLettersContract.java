package co.litper.cerebro.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.DeadLetters.DeadLetter;
import co.litper.cerebro.log.DeadLetters.Refusal;
import co.litper.cerebro.log.DeadLetters.Status;
import co.litper.cerebro.log.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link DeadLetters} promises. Moments are kept to the millisecond at least. */
public abstract class DeadLettersContract {
    private static final Instant AT = Instant.parse("2026-03-01T14:05:09.250Z");
    private static final int CAPACITY = 50;
    private static final int MEGABYTE = 1024 * 1024;

    /** For this test alone. */
    @TempDir
    protected Path folder;

    private DeadLetters letters;

    /**
     * Opens the letters that live in {@code folder}, which may be empty, with room for {@code capacity} of them. Not called
     * while others are open there.
     */
    protected abstract DeadLetters open(Path folder, int capacity);

    /** True if letters survive closing. */
    protected abstract boolean isDurable();

    @BeforeEach
    void openLetters() {
        letters = open(folder, CAPACITY);
    }

    @AfterEach
    void closeLetters() {
        letters.close();
    }

    private void reopen() {
        letters.close();
        letters = open(folder, CAPACITY);
    }

    @Test
    void nothingIsKeptAtFirst() {
        for (Status status : Status.values()) {
            assertThat(letters.list(status, 10)).isEmpty();
            assertThat(letters.count(status)).isZero();
        }
        assertThat(letters.find(1)).isEmpty();
    }

    @Test
    void aLetterComesBackAsItWent() {
        long number = letters.add(AT, "export ñ.csv", 17, "value is negative", "a;b\n\u0000\"é🚚'");

        assertThat(number).isEqualTo(1);
        assertThat(letters.find(number))
                .contains(new DeadLetter(
                        1, AT, "export ñ.csv", 17, "value is negative", "a;b\n\u0000\"é🚚'", Status.OPEN));
        assertThat(letters.list(Status.OPEN, 10))
                .containsExactly(letters.find(1).orElseThrow());
    }

    @Test
    void durableLettersSurviveClosing() {
        letters.add(AT, "a", 1, "r", "p");
        letters.add(AT, "b", 2, "r", "p");
        letters.mark(2, Status.DROPPED);
        reopen();

        assertThat(letters.count(Status.OPEN)).isEqualTo(isDurable() ? 1 : 0);
        assertThat(letters.count(Status.DROPPED)).isEqualTo(isDurable() ? 1 : 0);
        assertThat(letters.find(1).map(DeadLetter::source).orElse("")).isEqualTo(isDurable() ? "a" : "");
        assertThat(letters.add(AT, "c", 3, "r", "p")).isEqualTo(isDurable() ? 3 : 1);
    }

    @Test
    void theNewestComeFirstAndNoMoreThanAsked() {
        for (int i = 1; i <= 5; i++) {
            letters.add(AT.minusSeconds(i), "s", i, "r", "p" + i);
        }

        assertThat(numbers(letters.list(Status.OPEN, 3))).containsExactly(5L, 4L, 3L);
        assertThat(numbers(letters.list(Status.OPEN, 100))).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(letters.list(Status.OPEN, 0)).isEmpty();
    }

    @Test
    void aMarkMovesALetterFromOneListToTheOther() {
        letters.add(AT, "s", 1, "r", "p");
        letters.add(AT, "s", 2, "r", "p");
        letters.mark(1, Status.REPLAYED);

        assertThat(numbers(letters.list(Status.OPEN, 10))).containsExactly(2L);
        assertThat(numbers(letters.list(Status.REPLAYED, 10))).containsExactly(1L);
        assertThat(letters.find(1).orElseThrow().status()).isEqualTo(Status.REPLAYED);
        assertThat(letters.count(Status.REPLAYED)).isEqualTo(1);
        letters.mark(1, Status.OPEN);
        assertThat(letters.count(Status.OPEN)).isEqualTo(2);
    }

    @Test
    void markingALetterThatIsNotThereChangesNothing() {
        letters.add(AT, "s", 1, "r", "p");
        letters.mark(99, Status.DROPPED);

        assertThat(letters.count(Status.OPEN)).isEqualTo(1);
        assertThat(letters.count(Status.DROPPED)).isZero();
    }

    @Test
    void lettersAddedTogetherAreNumberedInTheirOrder() {
        letters.add(AT, "s", 0, "r", "p");
        long last = letters.addAll(
                List.of(new Refusal(AT, "s", 1, "first", "p1"), new Refusal(AT, "s", 2, "second", "p2")));

        assertThat(last).isEqualTo(3);
        assertThat(letters.find(2).map(DeadLetter::reason)).hasValue("first");
        assertThat(letters.find(3).map(DeadLetter::payload)).hasValue("p2");
        assertThat(letters.count(Status.OPEN)).isEqualTo(3);
    }

    @Test
    void lettersThatDoNotAllFindRoomAreAllRefused() {
        fill();
        letters.mark(1, Status.DROPPED);
        List<Refusal> two = List.of(new Refusal(AT, "s", 1, "r", "p"), new Refusal(AT, "s", 2, "r", "p"));

        assertThatThrownBy(() -> letters.addAll(two)).isInstanceOf(StoreException.class);

        assertThat(letters.find(1).map(DeadLetter::status)).hasValue(Status.DROPPED);
        letters.add(AT, "s", 1, "r", "fits");
        assertThat(letters.find(1)).isEmpty();
    }

    @Test
    void whenAllAreOpenAndTheRoomIsFullAddingFails() {
        fill();

        assertThatThrownBy(() -> letters.add(AT, "s", 0, "r", "one too many"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FULL));
        assertThat(letters.count(Status.OPEN)).isEqualTo(CAPACITY);
        assertThat(letters.find(1)).isPresent();
    }

    @Test
    void theOldestSettledLetterMakesRoom() {
        fill();
        letters.mark(9, Status.DROPPED);
        letters.mark(5, Status.REPLAYED);

        assertThat(letters.add(AT, "s", 0, "r", "new")).isEqualTo(CAPACITY + 1);
        assertThat(letters.find(5)).isEmpty();
        assertThat(letters.find(9)).isPresent();
        assertThat(letters.find(1)).isPresent();
        letters.add(AT, "s", 0, "r", "new");
        assertThat(letters.find(9)).isEmpty();
        assertThatThrownBy(() -> letters.add(AT, "s", 0, "r", "new")).isInstanceOf(StoreException.class);
    }

    @Test
    void purgingRemovesEveryLetterThatHoldsOneOfTheTexts() {
        letters.add(AT, "s", 1, "r", "phone 3001234567 of Ana");
        letters.add(AT, "s", 2, "r", "Calle 10 # 20-30");
        letters.add(AT, "s", 3, "r", "nothing of hers");
        letters.add(AT, "s", 4, "r", "again 3001234567");
        letters.mark(4, Status.REPLAYED);

        assertThat(letters.purge(List.of("3001234567", "Calle 10 # 20-30"))).isEqualTo(3);

        assertThat(letters.find(1)).isEmpty();
        assertThat(letters.find(2)).isEmpty();
        assertThat(letters.find(4)).isEmpty();
        assertThat(numbers(letters.list(Status.OPEN, 10))).containsExactly(3L);
        if (isDurable()) {
            reopen();
            assertThat(numbers(letters.list(Status.OPEN, 10))).containsExactly(3L);
        }
    }

    @Test
    void purgingTakesTextsToTheLetter() {
        letters.add(AT, "s", 1, "r", "Peña vive en la 5ª");
        letters.add(AT, "s", 2, "r", "100 % seguro_ya");
        letters.add(AT, "s", 3, "r", "100 y seguro ya");

        assertThat(letters.purge(List.of())).isZero();
        assertThat(letters.purge(List.of(""))).isZero();
        assertThat(letters.purge(List.of("peña", "_eña", "%vive%", "*", "."))).isZero();
        assertThat(letters.purge(List.of("100 %", "o_y"))).isEqualTo(1);
        assertThat(letters.purge(List.of("Peña"))).isEqualTo(1);
        assertThat(numbers(letters.list(Status.OPEN, 10))).containsExactly(3L);
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        letters.add(AT, "s", 1, "r", "x");
        letters.add(AT, "s", 2, "r", "y");
        letters.purge(List.of("y"));
        if (isDurable()) {
            reopen();
        }

        assertThat(letters.add(AT, "s", 3, "r", "z")).isEqualTo(3);
    }

    @Test
    void aPayloadOfAMegabyteComesBackWhole() {
        String payload = "ñ🚚x".repeat(MEGABYTE / 4);
        letters.add(AT, "s", 1, "r", payload);

        assertThat(letters.find(1).orElseThrow().payload()).isEqualTo(payload);
        assertThat(letters.purge(List.of("xñ🚚x"))).isEqualTo(1);
    }

    @Test
    void lettersFromSeveralThreadsAreAllKept() throws InterruptedException {
        Set<Long> numbers = new ConcurrentSkipListSet<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 10; i++) {
                    numbers.add(letters.add(AT, "s", i, "r", "p"));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(numbers).hasSize(40);
        assertThat(new TreeSet<>(numbers(letters.list(Status.OPEN, 100)))).isEqualTo(new TreeSet<>(numbers));
    }

    private void fill() {
        for (int i = 1; i <= CAPACITY; i++) {
            letters.add(AT, "s", i, "r", "p" + i);
        }
    }

    private static List<Long> numbers(List<DeadLetter> letters) {
        return letters.stream().map(DeadLetter::number).toList();
    }
}
