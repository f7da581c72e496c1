package co.litper.cerebro.server.face.learning;

import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.learners.calibrate.Reliability;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.Action;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the end of the log tells of choices and of how they ended. Immutable.
 *
 * @param questions how many were answered in the last {@link #MOST_ENTRIES} entries
 * @param arms by question and action
 * @param outcomes how many final outcomes were looked at, at most {@link #MOST_OUTCOMES}
 * @param delay probabilities of delay against what came late, of what was delivered
 * @param giveBack probabilities of return against what came back
 */
record LogEnd(long questions, List<Arm> arms, long outcomes, Reliability delay, Reliability giveBack) {
    /** Entries read back, some 100 ms; the page keeps what it read for a minute. */
    static final int MOST_ENTRIES = 20_000;
    /** Outcomes whose decision is looked up, at some 20 µs each. */
    static final int MOST_OUTCOMES = 4_000;

    private static final int BINS = 10;

    LogEnd {
        arms = List.copyOf(arms);
    }

    /**
     * An action that answered a question.
     *
     * @param drawn how often
     * @param propensity mean of the probabilities with which it was drawn
     * @param least the least of them
     * @param explored how often the policy would have chosen otherwise
     * @param settled how many of the looked-at outcomes are of decisions with this choice that were not about the past
     * @param meanCop what those earned, pesos; NaN if there are none
     */
    record Arm(
            Question question,
            Action action,
            long drawn,
            double propensity,
            double least,
            long explored,
            long settled,
            double meanCop) {}

    private record Key(Question question, Action action) {}

    private static final class Tally {
        private long drawn;
        private double sum;
        private double least = 1;
        private long explored;
        private long settled;
        private double cop;

        private void draw(Choice choice) {
            drawn++;
            sum += choice.propensity();
            least = Math.min(least, choice.propensity());
            explored += choice.explored() ? 1 : 0;
        }

        private Arm arm(Key key) {
            return new Arm(key.question(), key.action(), drawn, sum / drawn, least, explored, settled, cop / settled);
        }
    }

    private static final class Pairs {
        private final List<Double> probabilities = new ArrayList<>();
        private final List<Boolean> happened = new ArrayList<>();

        private void add(double probability, boolean cameTrue) {
            probabilities.add(Math.clamp(probability, 0, 1));
            happened.add(cameTrue);
        }

        private Reliability reliability() {
            boolean[] flags = new boolean[happened.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = happened.get(i);
            }
            return Reliability.of(
                    probabilities.stream().mapToDouble(Double::doubleValue).toArray(), flags, BINS);
        }
    }

    private static final class Reading {
        private final EventLog log;
        private final Map<Question, Map<Action, Tally>> arms = new EnumMap<>(Question.class);
        private final Deque<Settled> ends = new ArrayDeque<>();
        private final Pairs delay = new Pairs();
        private final Pairs giveBack = new Pairs();
        private long questions;

        private Reading(EventLog log) {
            this.log = log;
        }

        private void take(Fact fact) {
            switch (fact) {
                case Decision d -> d.choices().forEach(this::draw);
                case Settled s -> end(s);
                default -> {
                    // planned effects answer no question
                }
            }
        }

        private void draw(Choice choice) {
            questions++;
            tally(choice).draw(choice);
        }

        private Tally tally(Choice choice) {
            return arms.computeIfAbsent(choice.question(), q -> new EnumMap<>(Action.class))
                    .computeIfAbsent(choice.winner().action(), a -> new Tally());
        }

        private void end(Settled settled) {
            if (settled.complete()) {
                ends.addLast(settled);
                if (ends.size() > MOST_OUTCOMES) {
                    ends.removeFirst();
                }
            }
        }

        private void lookBack() {
            for (Settled settled : ends) {
                decision(settled.decisionId()).ifPresent(decision -> compare(decision, settled));
            }
        }

        private Optional<Decision> decision(long id) {
            return log.at(Decision.positionOf(id)).stream()
                    .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                    .filter(Decision.class::isInstance)
                    .map(Decision.class::cast)
                    .filter(d -> d.id() == id)
                    .findFirst();
        }

        private void compare(Decision decision, Settled settled) {
            for (Choice choice : decision.observed() ? List.<Choice>of() : decision.choices()) {
                Tally tally = tally(choice);
                tally.settled++;
                tally.cop += settled.reward().cop();
            }
            switch (settled.outcome()) {
                case DELIVERY_SUCCESS, DELAY_OCCURRED, ISSUE_RESOLVED -> {
                    delay.add(decision.forecast().delay(), settled.late());
                    giveBack.add(decision.forecast().giveBack(), false);
                }
                case ISSUE_UNRESOLVED -> giveBack.add(decision.forecast().giveBack(), true);
                case CUSTOMER_HAPPY, DELAY_PREVENTED, CUSTOMER_LOST, UNKNOWN -> {
                    // tells neither how a shipment ended nor when
                }
            }
        }

        private LogEnd end() {
            List<Arm> all = new ArrayList<>();
            arms.forEach((question, byAction) -> byAction.forEach((action, tally) -> {
                if (tally.drawn > 0) {
                    all.add(tally.arm(new Key(question, action)));
                }
            }));
            all.sort(Comparator.comparing(Arm::question)
                    .thenComparing(Comparator.comparingLong(Arm::drawn).reversed()));
            return new LogEnd(questions, all, ends.size(), delay.reliability(), giveBack.reliability());
        }
    }

    /** What it tells now. O({@link #MOST_ENTRIES} + {@link #MOST_OUTCOMES}). */
    static LogEnd of(EventLog log) {
        Reading reading = new Reading(log);
        log.read(Math.max(EventLog.FIRST, log.end() - MOST_ENTRIES), entry -> {
            FactsCodec.decode(entry.facts()).forEach(reading::take);
            return true;
        });
        reading.lookBack();
        return reading.end();
    }
}
