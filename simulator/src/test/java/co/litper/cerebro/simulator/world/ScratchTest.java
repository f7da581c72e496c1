package co.litper.cerebro.simulator.world;

import co.litper.cerebro.simulator.*;
import co.litper.cerebro.vocabulary.*;
import java.time.Duration;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void print() {
        World w = new World(WorldParameters.middle(), 3, Passive.HOLIDAYS, Passive.START, 40, s -> {});
        int[] seen = new int[2];
        double[] z = new double[2];
        w.run(e -> {
            if (e.event() instanceof co.litper.cerebro.event.LogisticsEvent.IssueReported i && seen[0] < 20 && i.guideNumber().hashCode() % 3 == 0) {
                seen[0]++;
                String order = Long.toString(100_000 + Long.parseLong(i.guideNumber().substring(2)) - 10_000_000L);
                var v = w.truth().answers(i.guideNumber());
                System.out.println(i.reason() + " attempt " + i.attempt());
                v.forEach((a, worth) -> {
                    var m = Replay.of(w, order, a, "", a == Action.NONE || a == Action.ESCALATE, 300);
                    System.out.printf("   %-18s truth %8.0f mc %8.0f +- %5.0f  z %.1f%n", a, worth, m.value(), m.error(), (m.value() - worth) / m.error());
                });
            }
            if (e.event() instanceof co.litper.cerebro.event.LifecycleEvent.OrderCreated o && seen[1] < 7 && o.orderId().hashCode() % 23 == 0) {
                seen[1]++;
                var v = w.truth().carriers(o.orderId());
                v.forEach((c, worth) -> {
                    var m = Replay.of(w, o.orderId(), Action.CHOOSE_CARRIER, c.code(), false, 1000);
                    System.out.printf("   %-18s truth %8.0f mc %8.0f +- %5.0f  z %.1f%n", c.code(), worth, m.value(), m.error(), (m.value() - worth) / m.error());
                });
            }
        }, Passive.START.plus(Duration.ofDays(12)));
    }
}
