package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Settles effects whose fate nobody knew, by what a person found out. Thread-safe. */
public final class UnknownEffects {
    private final Desk desk;

    public UnknownEffects(Desk desk) {
        this.desk = desk;
    }

    /** A fate by its word, {@code done} or {@code failed}; else a problem of the call. */
    public static EffectStatus fate(String word) {
        return switch (word) {
            case "done" -> EffectStatus.DONE;
            case "failed" -> EffectStatus.FAILED;
            default -> throw ApiProblem.of(Code.BAD_BODY, "fate: must be done or failed");
        };
    }

    /**
     * Tells what became of an effect; durable on return.
     *
     * @param effect its id
     * @return its id as a number
     * @throws ApiProblem if the merchant has no such effect, or its fate is known
     */
    public long settle(String effect, MerchantId merchant, EffectStatus fate, String callId)
            throws InterruptedException, ExecutionException {
        PlannedEffect plan = plan(effect);
        EffectStatus now = desk.view()
                .ask(view -> view.state()
                        .home(plan.homeKey())
                        .filter(home -> home.merchant().equals(merchant))
                        .map(Home::outbox)
                        .flatMap(outbox -> outbox.find(plan.id()))
                        .map(EffectState::status)
                        .orElseThrow(UnknownEffects::unknown));
        if (now != EffectStatus.UNKNOWN) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "The effect's fate is known: " + now + ".");
        }
        desk.installation()
                .submitOwn(
                        "reconcile-" + plan.id() + "-" + callId,
                        Subjects.home(plan.homeKey()),
                        new ActionExecuted(plan.id(), plan.action(), "person", fate))
                .get();
        return plan.id();
    }

    private PlannedEffect plan(String text) {
        long id;
        try {
            id = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unknown();
        }
        long position = Decision.positionOf(PlannedEffect.decisionOf(id));
        Optional<PlannedEffect> found = Optional.empty();
        for (Fact fact : desk.installation().store().log().at(position).stream()
                .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                .toList()) {
            if (fact instanceof PlannedEffect plan && plan.id() == id) {
                found = Optional.of(plan);
            }
        }
        return found.orElseThrow(UnknownEffects::unknown);
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(Code.NOT_FOUND, "The merchant has no effect with this id.");
    }
}
