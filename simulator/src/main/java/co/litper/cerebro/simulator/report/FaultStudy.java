package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.player.Players;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the same worlds be lived through with and without each fault, and tells by spans of days how much less a parcel
 * earned, and after how many days 90 % of the worst of it was back.
 */
public final class FaultStudy {
    /** Days of orders that are taken together; fewer are noise. */
    public static final int SPAN = 5;

    /** Who meets the faults. */
    public static final List<Players> MEETING = List.of(Players.STATIC, Players.CEREBRO_WARM, Players.ORACLE);

    private static final double LEFT = 0.10;

    private final Plan plan;
    private final Stages stages;
    private final Watch watch;

    /** @param plan its players are replaced by those of {@link #MEETING} */
    public FaultStudy(Plan plan, Stages stages, Watch watch) {
        this.plan = new Plan(
                MEETING,
                plan.worlds(),
                plan.seed(),
                plan.start(),
                plan.warmupDays(),
                plan.days(),
                plan.tailDays(),
                plan.holidays(),
                plan.settings(),
                false);
        this.stages = stages;
        this.watch = watch;
    }

    /** Simulated days that {@link #run} takes. */
    public long days() {
        return Tournament.days(plan) * (1 + stages.faults().size());
    }

    /** Judged days before the faults begin. */
    public int faultDay() {
        return plan.days() / 3;
    }

    /** What each fault did to each player, or empty if the watch stopped it. */
    public Optional<List<FaultEffect>> run(int threads) throws InterruptedException {
        Optional<Standings> twin = new Tournament(plan, stages, watch).play(threads);
        List<FaultEffect> effects = new ArrayList<>();
        for (String fault : stages.faults()) {
            Stages faulty = stages.with(fault, plan.warmupDays() + faultDay());
            Optional<Standings> hit =
                    twin.isEmpty() ? Optional.empty() : new Tournament(plan, faulty, watch).play(threads);
            if (hit.isEmpty()) {
                return Optional.empty();
            }
            for (Players who : MEETING) {
                effects.add(effect(fault, who, twin.get(), hit.get()));
            }
        }
        return Optional.of(effects);
    }

    private FaultEffect effect(String fault, Players who, Standings twin, Standings hit) {
        List<Double> loss = loss(who, twin, hit);
        List<Double> unavoidable = loss(Players.ORACLE, twin, hit);
        List<Double> regret = new ArrayList<>();
        for (int i = 0; i < loss.size(); i++) {
            regret.add(loss.get(i) - unavoidable.get(i));
        }
        Estimate peak = hit.lossCop(who, twin, faultDay() + peak(loss) * SPAN, SPAN);
        return new FaultEffect(fault, who, loss, peak, backAfter(loss), backAfter(regret));
    }

    private List<Double> loss(Players who, Standings twin, Standings hit) {
        List<Double> loss = new ArrayList<>();
        for (int day = faultDay(); day + SPAN <= plan.days(); day += SPAN) {
            loss.add(hit.lossCop(who, twin, day, SPAN).value());
        }
        return loss.isEmpty() ? List.of(0.0) : loss;
    }

    static int peak(List<Double> loss) {
        int peak = 0;
        for (int i = 1; i < loss.size(); i++) {
            peak = loss.get(i) > loss.get(peak) ? i : peak;
        }
        return peak;
    }

    /** Days from the first span's beginning to that of the first span, after the worst, with a tenth of it or less. */
    static @Nullable Integer backAfter(List<Double> loss) {
        int peak = peak(loss);
        if (loss.get(peak) <= 0) {
            return 0;
        }
        for (int i = peak + 1; i < loss.size(); i++) {
            if (loss.get(i) <= LEFT * loss.get(peak)) {
                return i * SPAN;
            }
        }
        return null;
    }
}
