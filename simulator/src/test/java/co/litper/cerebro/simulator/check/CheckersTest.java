package co.litper.cerebro.simulator.check;

import static co.litper.cerebro.simulator.Told.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.Channel.Result;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Told;
import co.litper.cerebro.simulator.player.ParcelNumbers;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each checker lets the allowed pass and catches what was planted. */
class CheckersTest {
    private static final HolidayCalendar HOLIDAYS =
            HolidayCalendar.of(Set.of(HolidayCalendar.dayOf(MONDAY.plus(Duration.ofDays(3)))));
    private static final Instant END = MONDAY.plus(Duration.ofDays(3));

    private static Dispatch effect(long id, String subject, Action action, String target) {
        return new Dispatch(id, new MerchantId("m"), subject, Told.customer("1"), action, target, Long.MAX_VALUE);
    }

    private static void order(Checker checker, String order) {
        checker.told(Told.at(MONDAY, "o" + order, Told.order(order, MONDAY)));
        checker.told(Told.at(MONDAY, "g" + order, Told.guide(order, Carrier.TCC, MONDAY)));
    }

    private static void issue(Checker checker, String id) {
        checker.told(Told.at(MONDAY, id, Told.issue("1", Carrier.TCC, IssueReason.OTHER)));
    }

    @Test
    void aParcelWithOneStoryAndNothingAfterItsEndIsConserved() {
        Checker checker = new Conservation();
        order(checker, "1");
        checker.ended(Told.story("1", MONDAY, END, Ending.DELIVERED));
        checker.told(Told.at(END, "late", Told.scan("1", Carrier.TCC, ShipmentState.DELIVERED)));
        checker.over(END);
        assertThat(checker.violations()).isEmpty();
    }

    @Test
    void aLostParcelATwinAndLifeAfterDeathAreCaught() {
        Checker checker = new Conservation();
        order(checker, "1");
        order(checker, "2");
        checker.ended(Told.story("1", MONDAY, END, Ending.DELIVERED));
        checker.told(Told.at(END.plusSeconds(60), "x", Told.scan("1", Carrier.TCC, ShipmentState.IN_TRANSIT)));
        checker.ended(Told.story("1", MONDAY, END, Ending.RETURNED));
        checker.over(END);
        assertThat(checker.violations())
                .extracting(Violation::what)
                .hasSize(3)
                .anyMatch(what -> what.contains("after its end"))
                .anyMatch(what -> what.contains("two stories"))
                .anyMatch(what -> what.contains("no story"));
    }

    @Test
    void contactsWithinTheRulesPass() {
        Checker checker = new ContactHours(HOLIDAYS);
        checker.acted(MONDAY, effect(1, "guide:G1", Action.ASK_TIME, ""), Result.DONE);
        checker.told(Told.at(MONDAY, "r", new CustomerReplied(Told.customer("1"), "G1", "other")));
        checker.acted(MONDAY.plusSeconds(60), effect(2, "guide:G1", Action.ASK_TIME, ""), Result.DONE);
        Instant sunday = MONDAY.plus(Duration.ofDays(6));
        checker.acted(sunday, effect(3, "guide:G1", Action.REDELIVER, ""), Result.DONE);
        checker.acted(sunday, effect(4, "guide:G1", Action.ASK_TIME, ""), Result.FAILED);
        assertThat(checker.violations()).isEmpty();
    }

    @Test
    void contactsAtNightOnSundaysAndOnHolidaysAreCaught() {
        Checker checker = new ContactHours(HOLIDAYS);
        List<Instant> forbidden = List.of(
                Instant.parse("2026-03-03T11:59:59Z"),
                Instant.parse("2026-03-07T00:00:00Z"),
                MONDAY.plus(Duration.ofDays(3)),
                Instant.parse("2026-03-14T20:00:00Z"),
                MONDAY.plus(Duration.ofDays(6)));
        for (Instant at : forbidden) {
            checker.acted(at, effect(1, "guide:G1", Action.NOTIFY_CUSTOMER, ""), Result.DONE);
        }
        assertThat(checker.violations()).hasSize(forbidden.size());
    }

    @Test
    void aSecondContactOfTheDayAndAFourthOfTheNovedadAreCaught() {
        Checker checker = new ContactHours(HolidayCalendar.none());
        issue(checker, "i");
        for (int day = 0; day < 4; day++) {
            checker.acted(MONDAY.plus(Duration.ofDays(day)), effect(day, "guide:G1", Action.ASK_TIME, ""), Result.DONE);
        }
        checker.acted(MONDAY.plus(Duration.ofDays(4)), effect(8, "guide:G2", Action.ASK_TIME, ""), Result.DONE);
        checker.acted(MONDAY.plus(Duration.ofDays(4)), effect(9, "guide:G3", Action.ASK_TIME, ""), Result.DONE);
        assertThat(checker.violations())
                .extracting(Violation::what)
                .hasSize(2)
                .anyMatch(what -> what.contains("attempt 4"))
                .anyMatch(what -> what.contains("contact 2"));
    }

    @Test
    void whatIsDoneTwiceIsCaught() {
        Checker checker = ActsOnce.ofProduct();
        issue(checker, "i1");
        checker.acted(MONDAY, effect(8, "order:1", Action.CHOOSE_CARRIER, "TCC"), Result.DONE);
        checker.acted(MONDAY, effect(16, "guide:G1", Action.REDELIVER, ""), Result.DONE);
        issue(checker, "i1");
        assertThat(checker.violations()).isEmpty();
        checker.acted(MONDAY, effect(24, "order:1", Action.CHOOSE_CARRIER, "ENVIA"), Result.DONE);
        checker.acted(MONDAY, effect(32, "guide:G1", Action.HOLD_IN_OFFICE, ""), Result.DONE);
        checker.acted(MONDAY, effect(40, "guide:G1", Action.ASK_TIME, ""), Result.DONE);
        checker.acted(MONDAY, effect(41, "guide:G1", Action.ASK_TIME, ""), Result.DONE);
        assertThat(checker.violations()).hasSize(3);
        issue(checker, "i2");
        checker.acted(MONDAY, effect(48, "guide:G1", Action.REDELIVER, ""), Result.DONE);
        assertThat(checker.violations()).hasSize(3);
    }

    @Test
    void anAccountWithoutCauseIsCaught() {
        Checker checker = new MoneyOfStories();
        ParcelStory fair = Told.story("1", MONDAY, END, Ending.DELIVERED);
        checker.ended(fair);
        checker.ended(Told.story("2", MONDAY, MONDAY.plus(Duration.ofDays(9)), Ending.DELIVERED));
        checker.ended(Told.story("3", MONDAY, END, Ending.RETURNED));
        assertThat(checker.violations()).isEmpty();
        checker.ended(new ParcelStory(
                fair.orderId(),
                fair.guideNumber(),
                fair.customer(),
                fair.city(),
                fair.carrier(),
                true,
                true,
                fair.orderedAt(),
                fair.promisedAt(),
                END,
                Ending.DELIVERED,
                List.of(),
                List.of(),
                new ParcelStory.Account(100_000, 60_000, 12_000, 12_000, 4_000, 150, 0, -1)));
        assertThat(checker.violations()).hasSize(4);
    }

    private static void record(Checker checker, Fact... facts) {
        Entry entry = new Entry(1, new byte[0], FactsCodec.encode(List.of(facts), new WireWriter()));
        checker.recorded(MONDAY, List.of(entry), ParcelNumbers.of(77, "1", "G1"));
    }

    private static Settled settled(long decision, Outcome outcome, long cop) {
        return new Settled(decision, 77, outcome, new Reward(1, cop), false, false, 3, Action.NONE, true, "", 0, true);
    }

    @Test
    void aLedgerThatDoesNotAddUpIsCaught() {
        Checker checker = new MoneyOfLedger();
        order(checker, "1");
        record(
                checker,
                settled(1, Outcome.DELIVERY_SUCCESS, 9_333),
                settled(2, Outcome.DELIVERY_SUCCESS, 9_333),
                settled(3, Outcome.ISSUE_RESOLVED, 9_333));
        assertThat(checker.violations()).isEmpty();
        order(checker, "1");
        record(checker, settled(1, Outcome.ISSUE_UNRESOLVED, -12_000));
        assertThat(checker.violations()).hasSize(1);
    }

    private static Decision decision(double propensity, boolean feasible) {
        Bid none = new Bid(AgentName.LOGISTICS, Action.NONE, "", 0, 0.5f, true);
        Bid again = new Bid(AgentName.LOGISTICS, Action.REDELIVER, "", 900, 0.5f, feasible);
        Choice choice = new Choice(Question.ISSUE, List.of(none, again), 1, propensity, 1, Autonomy.ACT, Set.of());
        return new Decision(
                1024,
                77,
                MONDAY.toEpochMilli(),
                false,
                true,
                null,
                null,
                0,
                new byte[0],
                new byte[0],
                new Forecast(0, 0, 0, 1, 1, 1, 0),
                List.of(),
                List.of(choice));
    }

    @Test
    void anEffectWithItsReceiptPasses() {
        Checker checker = new ReceiptOfEffects();
        record(checker, decision(0.99, true));
        checker.acted(MONDAY, effect(PlannedEffect.idOf(1024, 0), "guide:G1", Action.REDELIVER, ""), Result.DONE);
        assertThat(checker.violations()).isEmpty();
    }

    @Test
    void anEffectWithoutReceiptOrOtherThanItsReceiptIsCaught() {
        Checker checker = new ReceiptOfEffects();
        record(checker, decision(0.99, true));
        checker.acted(MONDAY, effect(PlannedEffect.idOf(1024, 0), "guide:G1", Action.ASK_TIME, ""), Result.DONE);
        checker.acted(MONDAY, effect(PlannedEffect.idOf(1024, 1), "guide:G1", Action.REDELIVER, ""), Result.DONE);
        checker.acted(MONDAY, effect(PlannedEffect.idOf(2048, 0), "guide:G1", Action.REDELIVER, ""), Result.DONE);
        assertThat(checker.violations()).hasSize(3);
    }

    @Test
    void aPropensityBelowOneWithoutAlternativeAndAnInfeasibleWinnerAreCaught() {
        Checker checker = new ReceiptOfEffects();
        record(checker, decision(0.9, false));
        assertThat(checker.violations()).hasSize(2);
    }

    @Test
    void propensitiesThatChanceDoesNotKeepAreCaught() {
        Checker checker = new ReceiptOfEffects();
        for (int i = 0; i < 1_000; i++) {
            record(checker, decision(0.9, true));
        }
        checker.over(MONDAY);
        assertThat(checker.violations())
                .extracting(Violation::what)
                .singleElement()
                .asString()
                .contains("less likely");
    }
}
