package co.litper.cerebro.act;

import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * The effects of one parcel. Folded from planned effects, approvals and {@code action.executed}; owned by one thread. Holds
 * {@link #CAPACITY}: settled ones make room first, and a parcel with that many open ones plans no more.
 */
public final class Outbox {
    /** A parcel has a handful of choices at a time; more open effects mean that nobody answers. */
    public static final int CAPACITY = 12;

    private final List<EffectState> effects = new ArrayList<>(2);

    /** True if another effect finds room. */
    public boolean hasRoom() {
        return effects.size() < CAPACITY || effects.stream().anyMatch(e -> !isUnsettled(e));
    }

    /** Takes in a planned effect. */
    public void plan(PlannedEffect planned) {
        if (effects.size() >= CAPACITY) {
            for (int i = 0; i < effects.size(); i++) {
                if (!isUnsettled(effects.get(i))) {
                    effects.remove(i);
                    break;
                }
            }
        }
        effects.add(new EffectState(planned));
    }

    /** A person answered. False if it was answered before, is unknown here, or can no longer happen. */
    public boolean answer(long effectId, boolean approved) {
        Optional<EffectState> found = find(effectId);
        if (found.isEmpty() || !found.get().waitsForApproval() || found.get().status() != EffectStatus.PLANNED) {
            return false;
        }
        found.get().approve();
        if (!approved) {
            found.get().become(EffectStatus.REFUSED);
        }
        return true;
    }

    /**
     * A channel, the host after a crash, or a person told how an effect fared. What a channel took is done, even if it was given
     * up meanwhile.
     *
     * @return false if the effect is known and settled already, so that this is news of nothing
     */
    public boolean settle(long effectId, EffectStatus status) {
        Optional<EffectState> found = find(effectId);
        if (found.isEmpty()) {
            return true;
        }
        EffectState e = found.get();
        boolean news = isUnsettled(e) || (status == EffectStatus.DONE && e.status() == EffectStatus.EXPIRED);
        if (news) {
            e.become(status);
        }
        return news;
    }

    /** Takes the effects that may leave now, but of paused actions; each is handed over once in the life of a process. */
    public List<EffectState> takeReady(ParcelState parcel, long nowMs, Predicate<Action> paused) {
        List<EffectState> ready = List.of();
        for (EffectState effect : effects) {
            if (effect.isReady(nowMs)
                    && isValid(effect, parcel)
                    && !paused.test(effect.plan().action())) {
                effect.handOver();
                ready = ready.isEmpty() ? new ArrayList<>(2) : ready;
                ready.add(effect);
            }
        }
        return ready;
    }

    /** Effects whose time is over or whose world has changed, not yet told so. */
    public List<EffectState> overdue(ParcelState parcel, long nowMs) {
        List<EffectState> over = List.of();
        for (EffectState effect : effects) {
            boolean dead = nowMs > effect.plan().deadlineMs() || !isValid(effect, parcel);
            if (effect.status() == EffectStatus.PLANNED && dead) {
                over = over.isEmpty() ? new ArrayList<>(2) : over;
                over.add(effect);
            }
        }
        return over;
    }

    /** Effects whose attempt was recorded by a process that died. Nobody knows what became of them. */
    public List<EffectState> interrupted() {
        return effects.stream()
                .filter(e -> e.status() == EffectStatus.ATTEMPTING && !e.isHandedOver())
                .toList();
    }

    /** Takes it that effects were handed over in an earlier life of this state, to an executor that lives on. */
    public void resume(LongPredicate handedOver) {
        for (EffectState effect : effects) {
            if (effect.status().isOpen() && handedOver.test(effect.plan().id())) {
                effect.handOver();
            }
        }
    }

    /**
     * What a decision planned need not wait for a thought any more: it may leave from {@code nowMs} on. Contacts keep their
     * time, which is one of contact hours.
     */
    public void hurry(long decisionId, long nowMs) {
        for (EffectState effect : plannedBy(decisionId)) {
            if (!effect.plan().action().contactsCustomer()) {
                effect.hurry(nowMs);
            }
        }
    }

    /** Another decision takes the place of one: what that planned and has not left is over. */
    public void supersede(long decisionId) {
        plannedBy(decisionId).forEach(effect -> effect.become(EffectStatus.EXPIRED));
    }

    /** The effects of a decision that have not left. */
    public List<EffectState> plannedBy(long decisionId) {
        return effects.stream()
                .filter(e -> e.status() == EffectStatus.PLANNED
                        && PlannedEffect.decisionOf(e.plan().id()) == decisionId)
                .toList();
    }

    /** The executor had no room for an effect: it may be taken again. */
    public void release(long effectId) {
        find(effectId).ifPresent(EffectState::takeBack);
    }

    /** What was really done because of a decision: the action of its effect that a channel took, else {@code NONE}. */
    public Action carriedOut(long decisionId) {
        for (EffectState effect : effects) {
            if (effect.status() == EffectStatus.DONE
                    && PlannedEffect.decisionOf(effect.plan().id()) == decisionId) {
                return effect.plan().action();
            }
        }
        return Action.NONE;
    }

    /** All effects, oldest first. */
    public List<EffectState> all() {
        return List.copyOf(effects);
    }

    /** One effect. */
    public Optional<EffectState> find(long effectId) {
        for (EffectState effect : effects) {
            if (effect.plan().id() == effectId) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }

    /** Epoch milliseconds when a tick must look at it next, or {@link StateRow#NEVER}. */
    public long dueMs() {
        return dueMs(true);
    }

    /** As {@link #dueMs()}, but of what this process has handed over already only the deadline counts. */
    public long nextLookMs() {
        return dueMs(false);
    }

    private long dueMs(boolean handedOverToo) {
        long due = StateRow.NEVER;
        for (EffectState effect : effects) {
            if (!handedOverToo && effect.isHandedOver()) {
                if (effect.status() == EffectStatus.PLANNED) {
                    due = Math.min(due, effect.plan().deadlineMs() + 1);
                }
                continue;
            }
            if (effect.status() == EffectStatus.ATTEMPTING) {
                due = Math.min(due, effect.plan().notBeforeMs());
            } else if (effect.status() == EffectStatus.PLANNED) {
                boolean waits = effect.waitsForApproval();
                due = Math.min(
                        due,
                        waits ? effect.plan().deadlineMs() + 1 : effect.plan().notBeforeMs());
            }
        }
        return due;
    }

    /** True if the fate of an effect is unknown, so that a person should look. */
    public boolean hasUnknown() {
        for (EffectState effect : effects) {
            if (effect.status() == EffectStatus.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** True if an effect waits for a person's yes. */
    public boolean waitsForApproval() {
        for (EffectState effect : effects) {
            if (effect.status() == EffectStatus.PLANNED && effect.waitsForApproval()) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return effects.isEmpty();
    }

    private static boolean isValid(EffectState effect, ParcelState parcel) {
        return Validity.of(parcel, effect.plan().action()) == effect.plan().parcelVersion();
    }

    private static boolean isUnsettled(EffectState e) {
        return e.status().isOpen() || e.status() == EffectStatus.UNKNOWN;
    }

    /** Takes over the effects of another record of the same parcel, the oldest settled ones making room. */
    public void absorb(Outbox other) {
        effects.addAll(0, other.effects);
        for (int i = 0; effects.size() > CAPACITY && i < effects.size(); ) {
            if (isUnsettled(effects.get(i))) {
                i++;
            } else {
                effects.remove(i);
            }
        }
    }

    public void write(WireWriter out) {
        out.octet(effects.size());
        for (EffectState effect : effects) {
            effect.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Outbox read(WireReader in) {
        Outbox outbox = new Outbox();
        int count = in.octet();
        for (int i = 0; i < count; i++) {
            outbox.effects.add(EffectState.read(in));
        }
        return outbox;
    }
}
