package co.litper.cerebro.simulator.world;

import co.litper.cerebro.simulator.*;
import java.time.Duration;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

class Scratch3Test {
    static long cpu() { return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); }
    @Test
    void print() {
        for (int seed = 1; seed <= 10; seed++) {
            Passive p = new Passive(WorldParameters.sample(seed), seed, 300, 60);
            System.out.println("W" + seed + " " + p);
            if (seed <= 1) {
                Map<String, List<ParcelStory>> by = p.ended.stream().filter(s -> !s.issues().isEmpty())
                   .collect(Collectors.groupingBy(s -> s.issues().getLast().reason() + "/" + s.issues().getLast().handler(), TreeMap::new, Collectors.toList()));
                by.forEach((k, l) -> System.out.printf("   %-40s n %d rescued %.3f%n", k, l.size(), l.stream().mapToInt(s -> s.ending()==Ending.DELIVERED?1:0).average().orElse(0)));
            }
            // spread of late share of first attempts per city over serving carriers
            World w = new World(WorldParameters.sample(seed), seed, Passive.HOLIDAYS, Passive.START, 300, s -> {});
            Nature n = w.scene().nature;
            double[] sum = new double[4]; int[] tiers = new int[4];
            List<Double> spreads = new ArrayList<>(); List<Double> freights = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                Order o = n.orders.make(i, Days.at(n.startDay + 15, 10));
                int pick = Journeys.pickupDay(n.days, o);
                double min = 1, max = 0, fmin = 1e9, fmax = 0;
                for (int c = 0; c < 5; c++) if (n.lanes.serves(c, o.place(), o.cod())) {
                    double med = n.transit.median(o, c, pick);
                    int d = 0; while (n.days.plusWorking(pick, d + 1) <= Days.dayOf(o.promisedMs())) d++;
                    double late = 1 - n.transit.atMost(med, d);
                    min = Math.min(min, late); max = Math.max(max, late);
                    double f = n.lanes.tariff(c, o.place()).freightCop(); fmin = Math.min(fmin, f); fmax = Math.max(fmax, f);
                }
                spreads.add(max - min); freights.add(fmax - fmin);
            }
            spreads.sort(null); freights.sort(null);
            System.out.printf("    late spread p25 %.2f p50 %.2f p75 %.2f mean %.2f freight diff p25 %.0f p50 %.0f p75 %.0f places %d%n", spreads.get(500), spreads.get(1000), spreads.get(1500),
              spreads.stream().mapToDouble(x->x).average().orElse(0), freights.get(500), freights.get(1000), freights.get(1500), n.geography.places().size());
        }
        for (int round = 0; round < 3; round++) {
        long t = cpu();
        long[] n = new long[2];
        World w = new World(WorldParameters.sample(3), 3, Passive.HOLIDAYS, Passive.START, 3000, s -> n[1]++);
        w.run(e -> n[0]++, Passive.START.plus(Duration.ofDays(60)));
        double us = (cpu() - t) / 1e3;
        System.out.printf("TIME %.2f us per event, events %d, parcels %d, total %.1f s%n", us / n[0], n[0], n[1], us / 1e6);
        }
        double[] acc = new double[4];
        World w = new World(WorldParameters.sample(3), 3, Passive.HOLIDAYS, Passive.START, 300, s -> {});
        Truth truth = w.truth();
        w.run(e -> {
            long t0 = cpu();
            if (e.event() instanceof co.litper.cerebro.event.LifecycleEvent.OrderCreated o) {
                truth.carriers(o.orderId());
                acc[0] += cpu() - t0; acc[1]++;
            } else if (e.event() instanceof co.litper.cerebro.event.LogisticsEvent.IssueReported i) {
                truth.answers(i.guideNumber());
                acc[2] += cpu() - t0; acc[3]++;
            }
        }, Passive.START.plus(Duration.ofDays(20)));
        System.out.printf("truth.carriers %.1f us answers %.1f us%n", acc[0]/acc[1]/1e3, acc[2]/acc[3]/1e3);
    }
}
