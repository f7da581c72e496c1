package co.litper.cerebro.server.read;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.adapters.sqlite.ReadFile;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.world.Clock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipments that are looked at several times, and what their answers are counted as. */
class FirstAnswersTest {
    private static final MerchantId MERCHANT = new MerchantId("tienda");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long PARCEL_COP = 30_000;

    @TempDir
    private Path folder;

    private final Words words = new Words();
    private long merchant;

    @BeforeEach
    void nameTheMerchant() {
        try (ReadFile file = open()) {
            file.write("test", session -> merchant = words.put(session, MERCHANT.value()));
        }
        words.committed();
    }

    private ReadFile open() {
        return ReadFile.open(folder, SqliteStore.Options.standard(), 1, ReadShape.SHAPE);
    }

    private static Decision answer(long id, Action action, Autonomy autonomy, boolean observed) {
        Choice choice = new Choice(
                Question.ISSUE,
                List.of(new Bid(AgentName.values()[0], action, "", 0, 0, 0, true)),
                0,
                0.5,
                0,
                autonomy,
                Set.of());
        return new Decision(
                id,
                7,
                DAY.atTime(10, 0).atZone(Clock.BOGOTA).toInstant().toEpochMilli() + id,
                observed,
                true,
                IssueReason.BAD_ADDRESS,
                null,
                0,
                new byte[0],
                new byte[0],
                new Forecast(0, 0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(choice));
    }

    private static Settled settled(long id, int sharers) {
        Reward reward = new Reward(1, PARCEL_COP / sharers);
        return new Settled(
                id, 7, Outcome.ISSUE_RESOLVED, reward, false, false, 1, Action.NONE, false, "", sharers, true);
    }

    private static void decide(DecisionWriter writer, Session session, long parcel, long merchant, Decision d)
            throws SQLException {
        writer.put(session, d, new DecisionWriter.About(parcel, merchant, 0));
    }

    @Test
    void aShipmentWithThreeAnswersCountsItsPesosOnce() {
        try (ReadFile file = open()) {
            file.write("test", session -> {
                DecisionWriter writer = new DecisionWriter();
                for (long id = 1; id <= 3; id++) {
                    decide(writer, session, 1, merchant, answer(id, Action.REDELIVER, Autonomy.ACT, false));
                }
                decide(writer, session, 2, merchant, answer(4, Action.CALL_CUSTOMER, Autonomy.APPROVE, false));
                decide(writer, session, 3, merchant, answer(5, Action.REDELIVER, Autonomy.ACT, true));
                for (long id = 1; id <= 3; id++) {
                    writer.settle(session, settled(id, 3), 10);
                }
                writer.flush(session);
                return 0;
            });
            FigureBook figures = new FigureBook(file, words);

            Worth worth = figures.worth(MERCHANT, DAY);
            assertThat(worth.answered()).isEqualTo(1);
            assertThat(worth.judged()).isEqualTo(2);
            assertThat(worth.settled()).isEqualTo(1);
            assertThat(worth.meanCop().value()).isEqualTo(PARCEL_COP);
            BrainFigures day = figures.brainSpan(MERCHANT, DAY, DAY);
            assertThat(day.answered()).isEqualTo(1);
            assertThat(day.answeredSettled()).isEqualTo(1);
            assertThat(day.answeredRescued()).isEqualTo(1);
        }
    }

    @Test
    void ofTwoShipmentsThatAreOneTheEarlierAnswerCounts() {
        try (ReadFile file = open()) {
            file.write("test", session -> {
                DecisionWriter writer = new DecisionWriter();
                decide(writer, session, 1, merchant, answer(1, Action.REDELIVER, Autonomy.APPROVE, false));
                decide(writer, session, 2, merchant, answer(2, Action.NONE, Autonomy.ACT, false));
                writer.settle(session, settled(2, 1), 10);
                writer.absorb(session, 1, 2);
                writer.flush(session);
                return 0;
            });

            Worth worth = new FigureBook(file, words).worth(MERCHANT, DAY);
            assertThat(worth.judged()).isEqualTo(1);
            assertThat(worth.answered()).isZero();
            assertThat(worth.settled()).isZero();
            assertThat(worth.left()).isZero();
        }
    }
}
