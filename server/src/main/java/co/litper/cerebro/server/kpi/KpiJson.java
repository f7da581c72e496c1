package co.litper.cerebro.server.kpi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Key figures for programs; shares are 0 to 1, what is not known is left out. */
public final class KpiJson {
    private KpiJson() {}

    /** The object. */
    public static ObjectNode of(Kpis kpis) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("now", kpis.now().toString());
        ObjectNode states = json.putObject("states");
        kpis.states().forEach((state, count) -> states.put(state.name(), count));
        json.set("all", tally(kpis.all()));
        ObjectNode carriers = json.putObject("carriers");
        kpis.carriers().forEach((carrier, tally) -> carriers.set(carrier.code(), tally(tally)));
        json.put("decisions", kpis.decisions());
        Calibration c = kpis.calibration();
        json.put("settled", c.settled()).put("rewardPoints", c.points()).put("rewardCop", c.cop());
        ObjectNode delay = json.putObject("delay").put("mature", c.delivered());
        putKnown(delay, "foreseen", c.foreseen());
        putKnown(delay, "happened", c.happened());
        return json;
    }

    private static ObjectNode tally(CarrierTally t) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("parcels", t.parcels())
                .put("delivered", t.delivered())
                .put("returned", t.returned())
                .put("openIssues", t.openIssues())
                .put("endedWithIssue", t.endedWithIssue())
                .put("rescued", t.rescued());
        putKnown(json, "lateShare", t.lateShare());
        putKnown(json, "returnShare", t.returnShare());
        return json;
    }

    private static void putKnown(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        }
    }
}
