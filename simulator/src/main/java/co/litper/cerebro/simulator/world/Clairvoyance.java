package co.litper.cerebro.simulator.world;

import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The truth about a world's parcels by their numbers. Clairvoyant about every hidden rate and trait, not about luck. */
final class Clairvoyance implements Truth {
    private final Function<String, Parcel> byOrder;
    private final Function<String, Parcel> byGuide;
    private final Prospects prospects;
    private final Scene scene;

    Clairvoyance(Function<String, Parcel> byOrder, Function<String, Parcel> byGuide, Prospects prospects, Scene scene) {
        this.byOrder = byOrder;
        this.byGuide = byGuide;
        this.prospects = prospects;
        this.scene = scene;
    }

    @Override
    public SortedMap<Carrier, Double> carriers(String orderId) {
        Parcel x = byOrder.apply(orderId);
        SortedMap<Carrier, Double> worth = new TreeMap<>();
        for (int c = 0; c < Fleet.COUNT; c++) {
            if (scene.nature.lanes.serves(c, x.order.place(), x.order.cod())) {
                worth.put(Fleet.CARRIERS.get(c), prospects.carrier(x, c, scene.now));
            }
        }
        return worth;
    }

    @Override
    public SortedMap<Action, Double> answers(String guideNumber) {
        return prospects.answers(byGuide.apply(guideNumber), scene.now);
    }

    @Override
    public double telling(String guideNumber) {
        return prospects.telling(byGuide.apply(guideNumber), scene.now);
    }
}
