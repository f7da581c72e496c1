package co.litper.cerebro.server.http.api;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.server.WayIn;
import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.read.Archive;
import co.litper.cerebro.server.read.Archives;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Settles effects whose fate nobody knew, by what a person found out. Thread-safe. */
public final class UnknownEffects {
    private final Archives archives;
    private final Telling telling;

    /**
     * With what it needs.
     *
     * @param in where what was found out goes
     */
    public UnknownEffects(Archives archives, WayIn in, Clock clock) {
        this.archives = archives;
        this.telling = new Telling(in, clock);
    }

    /**
     * What became of what a person told.
     *
     * @param id of the effect
     * @param settled false if it is kept and will be met, and nobody knows yet whether somebody told before
     */
    public record Result(long id, boolean settled) {}

    /** A fate by its word, {@code done} or {@code failed}; else a problem of the call. */
    public static EffectStatus fate(String word) {
        return switch (word) {
            case "done" -> EffectStatus.DONE;
            case "failed" -> EffectStatus.FAILED;
            default -> throw ApiProblem.of(Code.BAD_BODY, "fate: must be done or failed");
        };
    }

    /**
     * Tells what became of an effect; durable on return. The first who tells counts.
     *
     * @param effect its id
     * @throws ApiProblem if the merchant has no such effect, or its fate is known
     */
    public Result settle(String effect, MerchantId merchant, EffectStatus fate, String callId)
            throws InterruptedException, ExecutionException {
        Archive archive = archives.of(merchant);
        PlannedEffect plan = plan(archive, effect);
        long from = archive.log().end();
        requireUnknown(archive.state().ask(view -> status(view, plan, merchant)).orElseThrow(UnknownEffects::unknown));
        Envelope told = telling.event(
                "reconcile-" + plan.id() + "-" + callId,
                merchant,
                plan.homeKey(),
                new ActionExecuted(plan.id(), plan.action(), "person", fate));
        Telling.Matter matter = new Telling.Matter(
                archive.log(),
                archive.state(),
                from,
                EventType.ACTION_EXECUTED,
                e -> e instanceof ActionExecuted executed && settles(executed, plan),
                view -> status(view, plan, merchant)
                        .filter(EffectStatus.UNKNOWN::equals)
                        .isPresent());
        Optional<List<Envelope>> met = telling.tell(List.of(told), matter);
        met.flatMap(events -> events.stream().findFirst())
                .filter(first -> !first.id().equals(told.id()))
                .ifPresent(first -> requireUnknown(((ActionExecuted) first.event()).status()));
        return new Result(plan.id(), met.isPresent());
    }

    private static boolean settles(ActionExecuted executed, PlannedEffect plan) {
        EffectStatus status = executed.status();
        return executed.effectId() == plan.id() && !status.isOpen() && status != EffectStatus.UNKNOWN;
    }

    private static Optional<EffectStatus> status(StateView view, PlannedEffect plan, MerchantId merchant) {
        return view.state()
                .home(plan.homeKey())
                .filter(home -> home.merchant().equals(merchant))
                .map(Home::outbox)
                .flatMap(outbox -> outbox.find(plan.id()))
                .map(EffectState::status);
    }

    private static void requireUnknown(EffectStatus now) {
        if (now != EffectStatus.UNKNOWN) {
            throw ApiProblem.of(Code.NOTHING_WAITS, "The effect's fate is known: " + now + ".");
        }
    }

    private static PlannedEffect plan(Archive archive, String text) {
        long id;
        try {
            id = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unknown();
        }
        long position = Decision.positionOf(PlannedEffect.decisionOf(id));
        Optional<PlannedEffect> found = Optional.empty();
        for (Fact fact : archive.log().at(position).stream()
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
