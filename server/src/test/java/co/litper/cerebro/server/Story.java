package co.litper.cerebro.server;

import co.litper.cerebro.Keys;
import co.litper.cerebro.StateView;
import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Guardrail;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.server.text.CityText;
import co.litper.cerebro.server.worklist.Sources;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.WireWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A log written by hand: events with the receipts that a brain could have put beside them. Models play no part in it. */
public final class Story {
    /** Monday, 10:00 in Bogotá. */
    public static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    public static final MerchantId MERCHANT = new MerchantId("tienda");

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryVault vault =
            new InMemoryVault("a secret of at least sixteen bytes".getBytes(StandardCharsets.UTF_8));
    private final EnvelopeCodec codec = new EnvelopeCodec();

    /** What is known of a parcel of this story. */
    public ParcelFacts facts(String phone, String city, Carrier carrier, long valueCop, long costCop) {
        return new ParcelFacts(
                vault.refer(MERCHANT, phone),
                CityCode.UNKNOWN,
                city.isEmpty() ? CityCode.UNKNOWN : new CityCode(city),
                carrier,
                true,
                valueCop,
                11_500,
                costCop == ParcelFacts.UNTOLD ? ParcelFacts.UNTOLD : 9_800,
                costCop,
                Double.NaN,
                1,
                "",
                "",
                null);
    }

    /** Lets a customer be known. */
    public PersonRef person(String name, String phone, String address) {
        PersonRef ref = vault.refer(MERCHANT, phone);
        vault.put(Map.of(ref, new Person(name, phone, address, "", "")));
        return ref;
    }

    /** Forgets a customer. */
    public void erase(PersonRef ref) {
        vault.erase(ref);
    }

    /** A scan that changes nothing, now, and the decision about it. Returns the decision's id. */
    public long decide(String guide, Choice... choices) {
        Event scan = new TrackingUpdated(guide, Carrier.UNKNOWN, "?", null, CityCode.UNKNOWN);
        return append(guide, scan, NOW, List.of(choices));
    }

    /** A novedad reported {@code hoursAgo}, and the decision about it. Returns the decision's id. */
    public long issue(String guide, ParcelFacts facts, IssueReason reason, double hoursAgo, Choice... choices) {
        Instant at = NOW.minusSeconds(Math.round(hoursAgo * 3600));
        return append(guide, observed(guide, facts, ShipmentState.ISSUE, reason, at), at, List.of(choices));
    }

    /** A parcel that came to a state {@code hoursAgo}, with nothing decided. */
    public void moved(String guide, ParcelFacts facts, ShipmentState state, double hoursAgo) {
        Instant at = NOW.minusSeconds(Math.round(hoursAgo * 3600));
        append(guide, observed(guide, facts, state, null, at), at, List.of());
    }

    /** A scan with facts of the caller's making beside it. */
    public void scan(String guide, Carrier carrier, ShipmentState state, Instant at, List<Fact> facts) {
        write(guide, new TrackingUpdated(guide, carrier, state.name(), state, CityCode.UNKNOWN), at, facts);
    }

    private static Event observed(
            String guide, ParcelFacts facts, ShipmentState state, @Nullable IssueReason reason, Instant at) {
        Instant created = at.minus(Duration.ofDays(4));
        String issue = reason == null ? "" : reason.name();
        return new GuideUpdated(guide, "", facts, state.name(), state, issue, reason, false, created, at);
    }

    private long append(String guide, Event event, Instant at, List<Choice> choices) {
        long id = Decision.idOf(log.end(), 0);
        List<Fact> facts = new ArrayList<>();
        if (!choices.isEmpty()) {
            facts.add(decision(id, guide, at, choices));
        }
        write(guide, event, at, facts);
        return id;
    }

    /** A decision with a plain forecast. */
    public Decision decision(long id, String guide, Instant at, List<Choice> choices) {
        return new Decision(
                id,
                Keys.guide(MERCHANT, guide),
                at.toEpochMilli(),
                false,
                true,
                IssueReason.BAD_ADDRESS,
                null,
                0,
                new byte[0],
                new byte[0],
                new Forecast(0.32f, 0.11f, 0.2f, 4, 2, 8, 1240),
                List.of(new Reason(0, 3, 0.61f), new Reason(2, 28, 0.4f), new Reason(0, 17, -0.22f)),
                choices);
    }

    private void write(String guide, Event event, Instant at, List<Fact> facts) {
        Envelope envelope = new Envelope(
                "e" + log.end(),
                "/story",
                MERCHANT,
                "guide:" + guide,
                at,
                TimePrecision.SECOND,
                at,
                "",
                "",
                Priority.NORMAL,
                Standing.LIVE,
                false,
                0,
                event);
        byte[] beside = FactsCodec.encode(facts, new WireWriter());
        log.append(List.of(new Entry(log.end(), codec.encode(envelope), beside)), List.of());
    }

    /** An answer to a novedad: asking for the address before a call, a redelivery, the office and doing nothing. */
    public static Choice askAddress() {
        return new Choice(
                Question.ISSUE,
                List.of(
                        bid(Action.NONE, 0, 0.315f),
                        bid(Action.REDELIVER, 7_400, 0.495f),
                        bid(Action.HOLD_IN_OFFICE, 26_000, 0.855f),
                        bid(Action.RETURN_TO_SENDER, -21_000, 0.009f),
                        bid(Action.ASK_ADDRESS, 28_100, 0.9f),
                        bid(Action.CALL_CUSTOMER, 24_500, 0.855f)),
                4,
                0.983,
                4,
                Autonomy.RECOMMEND,
                Set.of());
    }

    /** An answer that takes {@code action}, with doing nothing as the only other one. */
    public static Choice answer(Action action, float rate) {
        return new Choice(
                Question.ISSUE,
                List.of(bid(Action.NONE, 0, 0.3f), bid(action, 9_000, rate)),
                1,
                0.99,
                1,
                Autonomy.RECOMMEND,
                Set.of());
    }

    /** An answer that chance drew against the policy. */
    public static Choice explored() {
        return new Choice(
                Question.ISSUE,
                List.of(
                        bid(Action.NONE, 0, 0.29f),
                        bid(Action.ASK_TIME, 15_000, 0.825f),
                        bid(Action.REDELIVER, 6_000, 0.45f)),
                2,
                0.007,
                1,
                Autonomy.RECOMMEND,
                Set.of());
    }

    /** The customer is not told: the probability of delay is below the threshold. */
    public static Choice notTold() {
        return new Choice(
                Question.NOTIFY,
                List.of(
                        bid(Action.NONE, 0, 0.68f),
                        bid(Action.NOTIFY_CUSTOMER, -9_500, 0.32f).infeasible()),
                0,
                1,
                0,
                Autonomy.ACT,
                Set.of(Guardrail.NO_CONTACT));
    }

    /** The parcel is not watched. */
    public static Choice notWatched() {
        return new Choice(
                Question.WATCH,
                List.of(bid(Action.NONE, 0, 0.89f), bid(Action.FLAG_FOR_MONITORING, -9_900, 0.11f)),
                0,
                0.99,
                0,
                Autonomy.ACT,
                Set.of());
    }

    private static Bid bid(Action action, float valueCop, float confidence) {
        return new Bid(AgentName.LOGISTICS, action, "", valueCop, confidence, true);
    }

    /** The log as it is now. */
    public InMemoryEventLog log() {
        return log;
    }

    /** The vault. */
    public InMemoryVault vault() {
        return vault;
    }

    /** The state at the end of the log. */
    public StateView view() {
        return StateView.open(log, StateStore.empty(), codec);
    }

    /** All that a worklist is made of. */
    public Sources sources() {
        return new Sources(
                view(),
                log,
                vault,
                AnswerDeadlines.standard(HolidayCalendar.none()),
                CityText.of(CityDirectory.packaged()));
    }
}
