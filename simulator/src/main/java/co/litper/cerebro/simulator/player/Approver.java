package co.litper.cerebro.simulator.player;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.logistics.ContactRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Somebody of the team who says yes to what is put before them, an hour later and within office hours. One thread. */
final class Approver {
    private static final Duration TAKES = Duration.ofHours(1);

    /** Proposals that wait at a time; the oldest are left unanswered beyond. */
    private static final int MOST_WAITING = 10_000;

    private final ContactRules hours;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    Approver(ContactRules hours) {
        this.hours = hours;
    }

    private record Waiting(Instant due, long effectId, long homeKey) {}

    /** A yes. */
    record Answer(String subject, ApprovalGiven yes) {}

    void recorded(Instant now, List<Entry> entries) {
        for (Entry entry : entries) {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof PlannedEffect e && e.needsApproval() && e.status() == EffectStatus.PLANNED) {
                    waiting.add(new Waiting(hours.nextWindow(now.plus(TAKES)), e.id(), e.homeKey()));
                }
            }
        }
        while (waiting.size() > MOST_WAITING) {
            waiting.remove();
        }
    }

    /** What is answered by now. */
    List<Answer> answers(Instant now) {
        List<Answer> answers = new ArrayList<>();
        for (Waiting next = waiting.peek(); next != null && !next.due().isAfter(now); next = waiting.peek()) {
            waiting.remove();
            long decision = PlannedEffect.decisionOf(next.effectId());
            int choice = Math.toIntExact(next.effectId() - PlannedEffect.idOf(decision, 0));
            answers.add(
                    new Answer(Subjects.home(next.homeKey()), new ApprovalGiven(decision, choice, true, "simulation")));
        }
        return answers;
    }
}
