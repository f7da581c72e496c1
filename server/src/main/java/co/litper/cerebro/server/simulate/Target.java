package co.litper.cerebro.server.simulate;

import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.report.Estimate;
import co.litper.cerebro.simulator.report.Measure;
import co.litper.cerebro.simulator.report.Standings;
import java.util.ArrayList;
import java.util.List;

/**
 * A promise to be held against the simulation.
 *
 * @param json its name in JSON
 * @param spanish what it is
 * @param english what it is
 * @param aim the share that was promised
 * @param estimate the share that was found
 */
public record Target(String json, String spanish, String english, double aim, Estimate estimate) {
    /** Those that the players of {@code standings} can answer. */
    public static List<Target> of(Standings standings) {
        List<Target> all = new ArrayList<>();
        Players warm = Players.CEREBRO_WARM;
        Players fixed = Players.STATIC;
        if (standings.have(warm, fixed)) {
            all.add(new Target(
                    "delayReduction",
                    "retrasos menos que static",
                    "fewer delays than static",
                    0.30,
                    standings.reduction(Measure.LATE, warm, fixed)));
            all.add(new Target(
                    "returnReduction",
                    "devoluciones menos que static",
                    "fewer returns than static",
                    0.20,
                    standings.reduction(Measure.RETURNS, warm, fixed)));
        }
        if (standings.have(warm, fixed, Players.ORACLE)) {
            all.add(new Target(
                    "oracleShare",
                    "del camino de static al oráculo",
                    "of the way from static to the oracle",
                    0.70,
                    standings.oracleShare(warm, fixed)));
        }
        if (standings.have(warm)) {
            all.add(new Target(
                    "autoResolved",
                    "novedades resueltas sin personas",
                    "novedades resolved without people",
                    0.50,
                    standings.estimate(warm, Measure.AUTO_RESOLVED)));
            all.add(new Target(
                    "decisionPrecision",
                    "decisiones acertadas (últimos 30 días)",
                    "decisions right (last 30 days)",
                    0.95,
                    standings.estimate(warm, Measure.PRECISION)));
            all.add(new Target(
                    "decisionCoverage",
                    "decisiones tomadas sin personas",
                    "decisions taken without people",
                    0.60,
                    standings.estimate(warm, Measure.COVERAGE)));
        }
        return all;
    }
}
