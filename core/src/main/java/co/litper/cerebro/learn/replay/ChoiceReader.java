package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.HandedOver;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Joins choices with what came of them, entry by entry. All decisions of a parcel are settled beside one event, its end:
 * their pesos add up to the parcel's. One thread.
 */
public final class ChoiceReader {
    /** Decisions that wait for their outcome: those of some 25,000 parcels. The eldest beyond that stay immature. */
    static final int MOST_OPEN = 200_000;

    private final Period period;
    private final Set<Question> questions;
    private final Predicate<MerchantId> whose;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final ReceiptReader receipts = new ReceiptReader();
    private final Map<Question, Tally> tallies = new EnumMap<>(Question.class);
    private final Map<Long, Pending> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Pending> eldest) {
            boolean full = size() > MOST_OPEN;
            if (full) {
                leaveOut(eldest.getValue());
            }
            return full;
        }
    };

    /** Counts of one question. */
    private static final class Tally {
        final EpisodeSample sample;
        long choices;
        long immature;
        long lookedBack;

        Tally(int mostParcels) {
            sample = new EpisodeSample(mostParcels);
        }
    }

    /** A decision whose outcome is not known. */
    private record Pending(MerchantId merchant, Map<Integer, LoggedChoice> choices) {}

    /** What one entry settles about a parcel. */
    private static final class End {
        private MerchantId merchant = MerchantId.INSTALLATION;
        private final List<LoggedChoice> choices = new ArrayList<>();
        private long cop;
        private double points;
    }

    /** @param whose merchants that count */
    public ChoiceReader(Period period, Set<Question> questions, Predicate<MerchantId> whose) {
        this(period, questions, whose, EpisodeSample.CAPACITY);
    }

    /**
     * @param whose merchants that count
     * @param mostParcels parcels kept a question; of more an even sample
     */
    public ChoiceReader(Period period, Set<Question> questions, Predicate<MerchantId> whose, int mostParcels) {
        this.period = period;
        this.questions = questions.isEmpty() ? Set.of() : EnumSet.copyOf(questions);
        this.whose = whose;
        this.questions.forEach(q -> tallies.put(q, new Tally(mostParcels)));
    }

    /** Takes the next entry in. */
    public void take(Entry entry) {
        Envelope e = codec.decode(entry.event());
        switch (e.event()) {
            case ConfigurationChanged c -> receipts.configure(c);
            case ActionExecuted a -> executed(a);
            default -> {}
        }
        Map<Long, End> ends = new LinkedHashMap<>();
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            switch (fact) {
                case Decision d -> decided(d, e.merchant());
                case Settled s -> settled(s, ends);
                case PlannedEffect p -> {}
                case HandedOver h -> {}
                case Considered c -> {}
            }
        }
        ends.forEach(this::ended);
    }

    private void decided(Decision d, MerchantId merchant) {
        Map<Integer, LoggedChoice> choices = new LinkedHashMap<>();
        for (int i = 0; i < d.choices().size(); i++) {
            Choice choice = d.choices().get(i);
            Tally tally = tallies.get(choice.question());
            if (tally != null && d.observed()) {
                tally.lookedBack += period.contains(d.atMs()) ? 1 : 0;
            } else if (tally != null) {
                choices.put(i, receipts.read(d, choice));
            }
        }
        if (!choices.isEmpty()) {
            open.put(d.id(), new Pending(merchant, choices));
        }
    }

    private void executed(ActionExecuted a) {
        Pending pending = open.get(PlannedEffect.decisionOf(a.effectId()));
        if (pending != null && a.status() == EffectStatus.DONE) {
            int index = (int) (a.effectId() % PlannedEffect.PER_DECISION);
            pending.choices().computeIfPresent(index, (i, c) -> c.costing(receipts.cost(a.action())));
        }
    }

    private void settled(Settled s, Map<Long, End> ends) {
        if (!s.complete()) {
            return;
        }
        End end = ends.computeIfAbsent(s.homeKey(), key -> new End());
        end.cop += s.reward().cop();
        end.points += s.reward().points();
        Pending pending = open.remove(s.decisionId());
        if (pending != null) {
            end.merchant = end.merchant.equals(MerchantId.INSTALLATION) ? pending.merchant() : end.merchant;
            end.choices.addAll(pending.choices().values());
        }
    }

    private void ended(long parcel, End end) {
        if (!whose.test(end.merchant)) {
            return;
        }
        tallies.forEach((question, tally) -> {
            List<LoggedChoice> own = end.choices.stream()
                    .filter(c -> c.question() == question)
                    .sorted((a, b) -> Long.compare(a.decision(), b.decision()))
                    .toList();
            if (!own.isEmpty() && period.contains(own.getFirst().atMs())) {
                tally.choices += own.size();
                tally.sample.offer(new Episode(parcel, end.merchant, own, end.cop, end.points));
            }
        });
    }

    private void leaveOut(Pending pending) {
        for (LoggedChoice choice : pending.choices().values()) {
            Tally tally = tallies.get(choice.question());
            if (tally != null && whose.test(pending.merchant()) && period.contains(choice.atMs())) {
                tally.immature++;
            }
        }
    }

    /** What was found; choices that still wait are counted as immature. Call it once. */
    public ChoiceLog finish() {
        open.values().forEach(this::leaveOut);
        open.clear();
        Map<Question, ChoiceLog.Slice> slices = new EnumMap<>(Question.class);
        tallies.forEach((question, t) -> slices.put(
                question,
                new ChoiceLog.Slice(t.sample.inOrder(), t.sample.offered(), t.choices, t.immature, t.lookedBack)));
        return new ChoiceLog(period, slices);
    }
}
