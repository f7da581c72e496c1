package co.litper.cerebro.learn.replay;

import static org.assertj.core.api.Assertions.assertThat;

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
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceLogTest {
    private static final Instant DAY = Instant.parse("2026-03-02T15:00:00Z");
    private static final MerchantId SHOP = new MerchantId("shop");
    private static final MerchantId OTHER = new MerchantId("other");

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final EnvelopeCodec codec = new EnvelopeCodec();

    private long append(MerchantId merchant, Event event, Fact... facts) {
        long position = log.end();
        Envelope e = new Envelope(
                "e" + position,
                "/test",
                merchant,
                "system",
                DAY,
                TimePrecision.SECOND,
                DAY,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
        byte[] bytes = FactsCodec.encode(List.of(facts), new WireWriter());
        log.append(List.of(new Entry(position, codec.encode(e), bytes)), List.of());
        return position;
    }

    private void tick(Fact... facts) {
        append(SHOP, new Tick(DAY), facts);
    }

    private static Choice notify(int chosen, Autonomy autonomy) {
        List<Bid> bids = List.of(
                new Bid(AgentName.LOGISTICS, Action.NONE, "", 0, 0.8f, true),
                new Bid(AgentName.LOGISTICS, Action.NOTIFY_CUSTOMER, "", -900, 300, 0.2f, true));
        double[] odds = new Exploration(0.02).odds(bids);
        return new Choice(Question.NOTIFY, bids, chosen, odds[chosen], 0, autonomy, Set.of());
    }

    private static Decision decision(long id, long key, boolean observed, Choice... choices) {
        WireWriter context = new WireWriter();
        CarrierWorld.context(80_000, true, ShipmentState.IN_TRANSIT).write(context);
        return new Decision(
                id,
                key,
                DAY.toEpochMilli() + id,
                observed,
                false,
                null,
                null,
                1,
                context.toBytes(),
                new byte[0],
                new Forecast(0.2f, 0.2f, 0.2f, 3, 2, 5, 100),
                List.of(),
                List.of(choices));
    }

    private static Settled settled(long decision, long key, long cop, boolean complete) {
        return new Settled(
                decision,
                key,
                complete ? Outcome.DELIVERY_SUCCESS : Outcome.UNKNOWN,
                new Reward(1, cop),
                false,
                false,
                3,
                Action.NONE,
                true,
                "",
                2,
                complete);
    }

    private ChoiceLog.Slice read() {
        return ChoiceLog.read(log, Period.ALWAYS, EnumSet.of(Question.NOTIFY)).of(Question.NOTIFY);
    }

    @Test
    void decisionsThatShareAParcelGetItsPesosTogether() {
        tick(decision(1, 7, false, notify(0, Autonomy.ACT)));
        tick(decision(2, 7, false, notify(1, Autonomy.ACT)));
        tick(settled(1, 7, 5_000, true), settled(2, 7, 5_000, true));

        Episode episode = read().episodes().getFirst();

        assertThat(episode.parcel()).isEqualTo(7);
        assertThat(episode.choices()).hasSize(2);
        assertThat(episode.cop()).isEqualTo(10_000);
        assertThat(episode.acted()).isTrue();
    }

    @Test
    void aMessageThatLeftCostsWhatTheSettingsOfTheTimeSay() {
        append(SHOP, new ConfigurationChanged("economics.message_cop", "200", "test"));
        tick(decision(1, 7, false, notify(1, Autonomy.ACT)));
        append(SHOP, new ActionExecuted(PlannedEffect.idOf(1, 0), Action.NOTIFY_CUSTOMER, "file", EffectStatus.DONE));
        tick(settled(1, 7, 10_000, true));

        assertThat(read().episodes().getFirst().returnCop()).isEqualTo(9_800);
    }

    @Test
    void theOddsOfLosersAreKnownWhereThePropensityIsTheSettings() {
        tick(decision(1, 7, false, notify(0, Autonomy.ACT)));
        append(SHOP, new ConfigurationChanged("exploration.rate", "0.2", "test"));
        tick(decision(2, 8, false, notify(0, Autonomy.ACT)));
        tick(settled(1, 7, 1, true));
        tick(settled(2, 8, 1, true));

        List<Episode> episodes = read().episodes();

        assertThat(episodes.get(0).choices().getFirst().knowsOdds()).isTrue();
        assertThat(episodes.get(1).choices().getFirst().knowsOdds()).isFalse();
    }

    @Test
    void whatHasNoOutcomeYetOrOnlyLooksBackIsCountedAndLeftOut() {
        tick(decision(1, 7, false, notify(0, Autonomy.ACT)));
        tick(decision(2, 8, false, notify(0, Autonomy.ACT)), settled(2, 8, 0, false));
        tick(decision(3, 9, true, notify(0, Autonomy.OBSERVE)), settled(3, 9, 4_000, true));

        ChoiceLog.Slice slice = read();

        assertThat(slice.episodes()).isEmpty();
        assertThat(slice.immature()).isEqualTo(2);
        assertThat(slice.lookedBack()).isEqualTo(1);
    }

    @Test
    void aProposalIsNotThePolicysDoing() {
        tick(decision(1, 7, false, notify(1, Autonomy.RECOMMEND)));
        tick(settled(1, 7, 1_000, true));

        assertThat(read().episodes().getFirst().acted()).isFalse();
    }

    @Test
    void merchantsAndPeriodsAreKeptApart() {
        append(OTHER, new Tick(DAY), decision(1, 7, false, notify(0, Autonomy.ACT)));
        tick(decision(2, 8, false, notify(0, Autonomy.ACT)));
        tick(settled(1, 7, 1, true), settled(2, 8, 1, true));
        EnumSet<Question> asked = EnumSet.of(Question.NOTIFY);

        ChoiceLog own = ChoiceLog.read(log, Period.ALWAYS, asked, SHOP::equals, position -> {});
        ChoiceLog late = ChoiceLog.read(log, new Period(DAY.plusSeconds(60), Instant.MAX), asked);

        assertThat(own.of(Question.NOTIFY).episodes())
                .extracting(Episode::parcel)
                .containsExactly(8L);
        assertThat(late.of(Question.NOTIFY).episodes()).isEmpty();
    }
}
