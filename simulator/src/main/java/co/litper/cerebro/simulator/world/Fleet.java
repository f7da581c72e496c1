package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.Carrier;
import java.util.List;

/** The carriers of a world with their hidden strengths that hold everywhere. Immutable. */
final class Fleet {
    /** In the order of their numbers in {@code world.properties}. */
    static final List<Carrier> CARRIERS =
            List.of(Carrier.COORDINADORA, Carrier.INTERRAPIDISIMO, Carrier.ENVIA, Carrier.TCC, Carrier.SERVIENTREGA);

    static final int COUNT = CARRIERS.size();
    static final int NONE = -1;

    private final double[] speed = new double[COUNT];
    private final double[] answerHours = new double[COUNT];
    private final double[] driftPhase = new double[COUNT];
    private final double[] driftDays = new double[COUNT];
    private final double driftSize;

    Fleet(WorldParameters p, Luck traits) {
        driftSize = p.get("drift.size");
        for (int c = 0; c < COUNT; c++) {
            speed[c] = p.ofCarrier(c, "speed");
            answerHours[c] = p.ofCarrier(c, "answer");
            driftPhase[c] = traits.unit(c, Purpose.DRIFT_PHASE);
            driftDays[c] = p.get("drift.days") * (0.8 + 0.4 * traits.unit(c, Purpose.DRIFT_PERIOD));
        }
    }

    /** The number of a carrier, or {@link #NONE}. */
    static int indexOf(Carrier carrier) {
        return CARRIERS.indexOf(carrier);
    }

    /** Transit over the mean carrier's on a day. */
    double slowness(int carrier, int day) {
        double turn = day / driftDays[carrier] + driftPhase[carrier];
        return speed[carrier] * (1 + driftSize * Math.sin(2 * Math.PI * turn));
    }

    /** Business hours that the carrier waits for an answer to a novedad. */
    double answerHours(int carrier) {
        return answerHours[carrier];
    }
}
