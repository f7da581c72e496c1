package co.litper.cerebro.act;

import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;

/** One effect on its way, as the outbox of a parcel knows it. Owned by one thread. */
public final class EffectState {
    private static final Action[] ACTIONS = Action.values();
    private static final EffectStatus[] STATUSES = EffectStatus.values();

    private PlannedEffect plan;
    private EffectStatus status;
    private boolean waitsForApproval;
    private boolean handedOver;

    EffectState(PlannedEffect plan) {
        this.plan = plan;
        this.status = plan.status();
        this.waitsForApproval = plan.needsApproval();
    }

    public PlannedEffect plan() {
        return plan;
    }

    public EffectStatus status() {
        return status;
    }

    /** True while a person has not said yes. */
    public boolean waitsForApproval() {
        return waitsForApproval;
    }

    /** True if it may leave at {@code nowMs}: planned, approved if need be, its time come and not over. */
    boolean isReady(long nowMs) {
        return status == EffectStatus.PLANNED
                && !waitsForApproval
                && !handedOver
                && nowMs >= plan.notBeforeMs()
                && nowMs <= plan.deadlineMs();
    }

    /** Given to the executor in this run of the process; not part of the state that is kept. */
    void handOver() {
        handedOver = true;
    }

    void takeBack() {
        handedOver = false;
    }

    boolean isHandedOver() {
        return handedOver;
    }

    void approve() {
        waitsForApproval = false;
    }

    /** It may leave from {@code atMs} on. */
    void hurry(long atMs) {
        plan = plan.notBefore(Math.min(plan.notBeforeMs(), atMs));
    }

    void become(EffectStatus next) {
        status = next;
    }

    void write(WireWriter out) {
        out.varint(plan.id())
                .fixed64(plan.homeKey())
                .octet(plan.action().ordinal())
                .text(plan.target())
                .octet(status.ordinal());
        out.flag(plan.needsApproval()).flag(waitsForApproval);
        out.varint(plan.notBeforeMs()).varint(plan.deadlineMs()).varint(plan.parcelVersion());
    }

    static EffectState read(WireReader in) {
        long id = in.varint();
        long homeKey = in.fixed64();
        Action action = ACTIONS[in.octet()];
        String target = in.text();
        EffectStatus status = STATUSES[in.octet()];
        boolean needs = in.flag();
        boolean waits = in.flag();
        EffectState effect = new EffectState(new PlannedEffect(
                id, homeKey, action, target, EffectStatus.PLANNED, needs, in.varint(), in.varint(), in.varint()));
        effect.status = status;
        effect.waitsForApproval = waits;
        return effect;
    }
}
