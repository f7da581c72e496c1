package co.litper.cerebro.server.simulate;

import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.report.AutonomyTimes;
import co.litper.cerebro.simulator.report.Estimate;
import co.litper.cerebro.simulator.report.FaultEffect;
import co.litper.cerebro.simulator.report.Measure;
import co.litper.cerebro.simulator.report.Standings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation's figures as the JSON object of the benchmarks: {@code ours} is the warm product, {@code floor} random and
 * static, {@code ceiling} the oracle; every figure has {@code …Low} and {@code …High}, null where worlds are too few.
 */
public final class SimulationJson {
    private static final int DECIMALS = 6;

    private SimulationJson() {}

    /**
     * Fills {@code object}.
     *
     * @param faults what faults did, empty if none were tried
     * @param autonomy how it was earned and lost, empty if that was not tried
     * @param command that prints this
     */
    public static ObjectNode fill(
            ObjectNode object, Standings standings, List<FaultEffect> faults, AutonomyTimes autonomy, String command) {
        object.put("bench", "simulate");
        ObjectNode ours = object.putObject("ours");
        Target.of(standings).forEach(target -> put(ours, target.json(), target.estimate()));
        if (standings.have(Players.CEREBRO_WARM)) {
            player(ours, standings, Players.CEREBRO_WARM);
            if (standings.have(Players.STATIC)) {
                put(ours, "marginGainCop", standings.gain(Players.CEREBRO_WARM, Players.STATIC));
            }
        }
        if (!faults.isEmpty()) {
            faults(ours.putArray("faults"), faults);
        }
        if (!autonomy.lost().isEmpty()) {
            autonomy(ours.putObject("autonomy"), autonomy);
        }
        ObjectNode floor = object.putObject("floor");
        ObjectNode peer = object.putObject("peer");
        ObjectNode ceiling = object.putObject("ceiling");
        for (Players who : standings.players()) {
            ObjectNode place = switch (who) {
                case RANDOM, STATIC, PASSIVE -> floor;
                case CHEAPEST, CONSTANTS, CEREBRO_COLD, CEREBRO_WARM -> peer;
                case INFORMED, ORACLE -> ceiling;
            };
            if (who != Players.CEREBRO_WARM) {
                player(place.putObject(who.wire()), standings, who);
            }
        }
        ArrayNode seeds = object.putArray("seeds");
        standings.plan().seeds().forEach(seeds::add);
        object.put("command", command);
        return object;
    }

    private static void player(ObjectNode out, Standings standings, Players who) {
        for (Measure measure : Measure.values()) {
            Estimate estimate = standings.estimate(who, measure);
            if (!out.has(measure.json()) && !Double.isNaN(estimate.value())) {
                put(out, measure.json(), estimate);
            }
        }
        if (standings.have(Players.ORACLE)) {
            put(out, "regretCop", standings.regret(who));
        }
        if (standings.plan().examined()) {
            out.put("violations", standings.violations(who).size());
        }
        out.put("orders", standings.orders(who));
        out.put("issues", standings.issues(who));
        ArrayNode curve = out.putArray("marginCopByWeek");
        standings.curve(who).forEach(point -> curve.add(rounded(point)));
    }

    private static void faults(ArrayNode out, List<FaultEffect> effects) {
        for (FaultEffect effect : effects) {
            ObjectNode one = out.addObject();
            one.put("fault", effect.fault());
            one.put("policy", effect.player().wire());
            put(one, "peakCop", effect.peakCop());
            one.put("backAfterDays", effect.backAfterDays());
            one.put("regretBackAfterDays", effect.regretBackAfterDays());
            ArrayNode loss = one.putArray("lossCop");
            effect.lossCop().forEach(cop -> loss.add(rounded(cop)));
        }
    }

    private static void autonomy(ObjectNode out, AutonomyTimes times) {
        ArrayNode earned = out.putArray("earned");
        for (AutonomyTimes.Earned one : times.earned()) {
            ObjectNode object = earned.addObject();
            object.put("action", one.action().wire()).put("cases", one.cases());
            object.put("approving", one.approving()).put("acting", one.acting());
            one.approvingDays().ifPresent(days -> object.put("approvingDays", days));
            one.actingDays().ifPresent(days -> object.put("actingDays", days));
        }
        ArrayNode lost = out.putArray("lost");
        for (AutonomyTimes.Lost one : times.lost()) {
            ObjectNode object = lost.addObject();
            object.put("silent", one.silent().wire()).put("held", one.held()).put("lost", one.lost());
            object.put("acting", one.acting()).put("actingLost", one.actingLost());
            object.put("lostWithout", one.lostWithout());
            one.days().ifPresent(days -> object.put("days", days));
        }
    }

    private static void put(ObjectNode out, String name, Estimate estimate) {
        out.put(name, rounded(estimate.value()));
        out.put(name + "Low", rounded(estimate.low()));
        out.put(name + "High", rounded(estimate.high()));
    }

    private static @Nullable BigDecimal rounded(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN) : null;
    }
}
