package co.litper.cerebro.decision;

import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;
import co.litper.cerebro.world.WireException;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries facts to and from the compact bytes that stand beside an event. O(bytes). A writer may be used again. */
public final class FactsCodec {
    private static final int WIRE_VERSION = 2;

    /** Facts of the first release: bids without spread, decisions without stage. */
    private static final int FIRST_VERSION = 1;

    private static final int DECISION = 1;
    private static final int EFFECT = 2;
    private static final int SETTLED = 3;
    private static final int HANDED_OVER = 4;
    private static final int CONSIDERED = 5;
    private static final IssueReason[] REASONS = IssueReason.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final byte[] NOTHING = {};
    private static final Question[] QUESTIONS = Question.values();
    private static final AgentName[] AGENTS = AgentName.values();
    private static final Autonomy[] LEVELS = Autonomy.values();
    private static final Action[] ACTIONS = Action.values();
    private static final EffectStatus[] STATUSES = EffectStatus.values();

    private FactsCodec() {}

    /** The bytes of {@code facts}, empty if there are none; {@code scratch} is cleared and used. */
    public static byte[] encode(List<Fact> facts, WireWriter scratch) {
        if (facts.isEmpty()) {
            return NOTHING;
        }
        scratch.clear();
        scratch.octet(WIRE_VERSION);
        for (Fact fact : facts) {
            switch (fact) {
                case Decision d -> writeDecision(d, scratch.octet(DECISION));
                case PlannedEffect e -> writeEffect(e, scratch.octet(EFFECT));
                case Settled t -> writeSettled(t, scratch.octet(SETTLED));
                case HandedOver h ->
                    scratch.octet(HANDED_OVER).varint(h.decisionId()).varint(h.atMs());
                case Considered c -> writeConsidered(c, scratch.octet(CONSIDERED));
            }
        }
        return scratch.toBytes();
    }

    /** The facts in {@code bytes}. */
    public static List<Fact> decode(byte[] bytes) {
        if (bytes.length == 0) {
            return List.of();
        }
        WireReader in = new WireReader(bytes);
        int version = in.octet();
        if (version != FIRST_VERSION) {
            WireVersions.require("facts", version, WIRE_VERSION);
        }
        List<Fact> facts = new ArrayList<>(2);
        while (in.hasMore()) {
            int kind = in.octet();
            facts.add(
                    switch (kind) {
                        case DECISION -> readDecision(in, version);
                        case EFFECT -> readEffect(in);
                        case SETTLED -> readSettled(in, version);
                        case HANDED_OVER -> new HandedOver(in.varint(), in.varint());
                        case CONSIDERED -> readConsidered(in);
                        default -> throw new WireException("unknown kind of fact " + kind);
                    });
        }
        return facts;
    }

    private static void writeConsidered(Considered c, WireWriter out) {
        out.varint(c.decisionId())
                .fixed64(c.homeKey())
                .octet(c.reason().ordinal())
                .octet(c.standing().ordinal());
        out.flag(c.asked()).float64(c.propensity());
        out.float32(c.gainCop()).float32(c.costCop());
    }

    private static Considered readConsidered(WireReader in) {
        long decisionId = in.varint();
        long homeKey = in.fixed64();
        IssueReason reason = REASONS[in.octet()];
        Action standing = ACTIONS[in.octet()];
        return new Considered(
                decisionId, homeKey, reason, standing, in.flag(), in.float64(), in.float32(), in.float32());
    }

    private static void writeDecision(Decision d, WireWriter out) {
        out.varint(d.id())
                .fixed64(d.key())
                .varint(d.atMs())
                .octet((d.observed() ? 1 : 0) | (d.first() ? 2 : 0))
                .octet(d.issue() == null ? 0 : d.issue().ordinal() + 1)
                .varint(d.snapshot());
        writeStage(d.stage(), out);
        out.bytes(d.context()).bytes(d.features());
        Forecast f = d.forecast();
        out.float32(f.delay()).float32(f.issue()).float32(f.giveBack());
        out.float32(f.etaDays())
                .float32(f.etaLowDays())
                .float32(f.etaHighDays())
                .varint(f.evidence());
        out.octet(d.reasons().size());
        for (Reason r : d.reasons()) {
            out.octet(r.target()).octet(r.feature()).float32(r.weight());
        }
        out.octet(d.choices().size());
        for (Choice c : d.choices()) {
            writeChoice(c, out);
        }
    }

    private static void writeStage(@Nullable IssueStage stage, WireWriter out) {
        if (stage == null) {
            out.varint(0);
        } else {
            out.varint(stage.code() + 1).octet(stage.since().ordinal());
        }
    }

    private static @Nullable IssueStage readStage(WireReader in) {
        int code = in.varintAsInt();
        return code == 0 ? null : IssueStage.of(code - 1, ACTIONS[in.octet()]);
    }

    private static void writeChoice(Choice c, WireWriter out) {
        out.octet(c.question().ordinal())
                .octet(c.chosen())
                .float64(c.propensity())
                .octet(c.greedy());
        out.octet(c.autonomy().ordinal()).varint(Guardrail.bits(c.guardrails()));
        out.octet(c.bids().size());
        for (Bid b : c.bids()) {
            out.octet(b.agent().ordinal() | (b.feasible() ? 0x80 : 0));
            out.octet(b.action().ordinal())
                    .text(b.target())
                    .float32(b.valueCop())
                    .float32(b.spreadCop())
                    .float32(b.confidence());
        }
    }

    private static Decision readDecision(WireReader in, int version) {
        long id = in.varint();
        long key = in.fixed64();
        long atMs = in.varint();
        int flags = in.octet();
        int issue = in.octet();
        long snapshot = in.varint();
        IssueStage stage = version == FIRST_VERSION ? null : readStage(in);
        byte[] context = in.bytes();
        byte[] features = in.bytes();
        Forecast forecast = new Forecast(
                in.float32(), in.float32(), in.float32(), in.float32(), in.float32(), in.float32(), in.varint());
        int reasonCount = in.octet();
        List<Reason> reasons = new ArrayList<>(reasonCount);
        for (int i = 0; i < reasonCount; i++) {
            reasons.add(new Reason(in.octet(), in.octet(), in.float32()));
        }
        int choiceCount = in.octet();
        List<Choice> choices = new ArrayList<>(choiceCount);
        for (int i = 0; i < choiceCount; i++) {
            choices.add(readChoice(in, version));
        }
        return new Decision(
                id,
                key,
                atMs,
                (flags & 1) != 0,
                (flags & 2) != 0,
                issue == 0 ? null : REASONS[issue - 1],
                stage,
                snapshot,
                context,
                features,
                forecast,
                reasons,
                choices);
    }

    private static Choice readChoice(WireReader in, int version) {
        Question question = QUESTIONS[in.octet()];
        int chosen = in.octet();
        double propensity = in.float64();
        int greedy = in.octet();
        Autonomy autonomy = LEVELS[in.octet()];
        int guardrails = in.varintAsInt();
        int count = in.octet();
        List<Bid> bids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int head = in.octet();
            bids.add(new Bid(
                    AGENTS[head & 0x7F],
                    ACTIONS[in.octet()],
                    in.text(),
                    in.float32(),
                    version == FIRST_VERSION ? 0 : in.float32(),
                    in.float32(),
                    (head & 0x80) != 0));
        }
        return new Choice(question, bids, chosen, propensity, greedy, autonomy, Guardrail.of(guardrails));
    }

    private static void writeEffect(PlannedEffect e, WireWriter out) {
        out.varint(e.id())
                .fixed64(e.homeKey())
                .octet(e.action().ordinal())
                .text(e.target())
                .octet(e.status().ordinal());
        out.flag(e.needsApproval())
                .varint(e.notBeforeMs())
                .varint(e.deadlineMs())
                .varint(e.parcelVersion());
    }

    private static PlannedEffect readEffect(WireReader in) {
        return new PlannedEffect(
                in.varint(),
                in.fixed64(),
                ACTIONS[in.octet()],
                in.text(),
                STATUSES[in.octet()],
                in.flag(),
                in.varint(),
                in.varint(),
                in.varint());
    }

    private static void writeSettled(Settled s, WireWriter out) {
        out.varint(s.decisionId()).fixed64(s.homeKey()).octet(s.outcome().ordinal());
        out.float64(s.reward().points()).varint(s.reward().cop());
        out.octet((s.late() ? 1 : 0) | (s.hadIssue() ? 2 : 0) | (s.complete() ? 4 : 0) | (s.teaches() ? 8 : 0));
        out.float32(s.days()).octet(s.carriedOut().ordinal());
        out.text(s.carrier()).varint(s.sharers());
    }

    private static Settled readSettled(WireReader in, int version) {
        long decisionId = in.varint();
        long homeKey = in.fixed64();
        Outcome outcome = OUTCOMES[in.octet()];
        Reward reward = new Reward(in.float64(), in.varint());
        int flags = in.octet();
        return new Settled(
                decisionId,
                homeKey,
                outcome,
                reward,
                (flags & 1) != 0,
                (flags & 2) != 0,
                in.float32(),
                ACTIONS[in.octet()],
                (flags & 8) != 0,
                version == FIRST_VERSION ? "" : in.text(),
                version == FIRST_VERSION ? 1 : in.varintAsInt(),
                (flags & 4) != 0);
    }
}
