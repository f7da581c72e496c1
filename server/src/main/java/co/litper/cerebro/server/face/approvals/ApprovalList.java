package co.litper.cerebro.server.face.approvals;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.http.api.DecisionLog;
import co.litper.cerebro.server.read.Approvals;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What waits, the earliest deadline first, in a reader's language.
 *
 * @param cards at most as many as asked for
 * @param total how many wait
 * @param told what became of the last answer; may be empty
 * @param failed true if that answer did not count
 */
public record ApprovalList(List<ApprovalCard> cards, long total, String told, boolean failed) {
    /** A deadline nearer than this is marked. */
    static final Duration NEAR = Duration.ofHours(2);

    public ApprovalList {
        cards = List.copyOf(cards);
    }

    /** How many are not shown. */
    public long more() {
        return total - cards.size();
    }

    /** The list now. */
    public static ApprovalList of(FaceDesk desk, MerchantId merchant, Texts texts, int limit)
            throws InterruptedException {
        Approvals approvals = desk.reads().approvals();
        long total = approvals.count(merchant).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        List<ApprovalCard> cards = new ArrayList<>();
        for (Approvals.Waiting each : approvals.after(merchant, Long.MIN_VALUE, 0, limit)) {
            cards.add(card(desk, each, texts));
        }
        return new ApprovalList(cards, total, "", false);
    }

    /** This with what became of an answer. */
    ApprovalList after(String what, boolean didNotCount) {
        return new ApprovalList(cards, total, what, didNotCount);
    }

    private static ApprovalCard card(FaceDesk desk, Approvals.Waiting waiting, Texts texts) {
        PlannedEffect plan = waiting.effect().plan();
        ParcelState parcel = waiting.home().parcel();
        long decisionId = PlannedEffect.decisionOf(plan.id());
        Instant deadline = Instant.ofEpochMilli(plan.deadlineMs());
        Duration left = Duration.between(desk.now(), deadline);
        return new ApprovalCard(
                Decision.label(decisionId),
                parcel.guideNumber().isEmpty() ? parcel.orderId() : parcel.guideNumber(),
                texts.action(plan.action()),
                facts(parcel, desk, texts),
                deadline(deadline, left, texts),
                left.compareTo(NEAR) < 0,
                choice(desk, decisionId, plan).map(c -> worth(c, texts)).orElse(""));
    }

    private static List<String> facts(ParcelState parcel, FaceDesk desk, Texts texts) {
        List<String> facts = new ArrayList<>();
        IssueReason reason = parcel.issue();
        if (reason != null) {
            facts.add(texts.reason(reason));
        }
        facts.add(desk.cities().apply(parcel.destination()));
        if (!parcel.carrier().equals(Carrier.UNKNOWN)) {
            facts.add(texts.carrier(parcel.carrier()));
        }
        if (parcel.facts().valueCop() > 0) {
            facts.add(Figures.pesos(parcel.facts().valueCop()));
        }
        return facts;
    }

    private static String deadline(Instant deadline, Duration left, Texts texts) {
        String at = Figures.dayTime(deadline, texts.language());
        return left.isNegative()
                ? texts.say(ApprovalWords.PASSED, at)
                : texts.say(ApprovalWords.UNTIL, at, Figures.span(left));
    }

    private static Optional<Choice> choice(FaceDesk desk, long decisionId, PlannedEffect plan) {
        int index = (int) (plan.id() - PlannedEffect.idOf(decisionId, 0));
        return desk.desk().installation().store().log().at(Decision.positionOf(decisionId)).stream()
                .flatMap(entry -> DecisionLog.decisions(entry).stream())
                .filter(d -> d.id() == decisionId && index < d.choices().size())
                .map(d -> d.choices().get(index))
                .findFirst();
    }

    private static String worth(Choice choice, Texts texts) {
        Bid winner = choice.winner();
        String told = texts.say(
                ApprovalWords.WORTH,
                Figures.pesos(Math.round(winner.valueCop())),
                Figures.percent(winner.confidence()));
        Optional<Bid> second = choice.bids().stream()
                .filter(b -> b.feasible() && b != winner)
                .max(Comparator.comparingDouble(Bid::valueCop));
        String against = second.map(b -> ", "
                        + texts.say(ApprovalWords.INSTEAD, texts.action(b.action()), Figures.percent(b.confidence())))
                .orElse("");
        return told + against + (choice.explored() ? " · " + texts.say(ApprovalWords.EXPLORED) : "");
    }
}
