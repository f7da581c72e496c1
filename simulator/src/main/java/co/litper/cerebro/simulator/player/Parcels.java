package co.litper.cerebro.simulator.player;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which order and guide stand behind the product's home keys. Bounded: the oldest go first. Owned by one thread. */
public final class Parcels {
    /** Two months at three thousand orders a day. */
    private static final int MOST = 200_000;

    private final Map<Long, Numbers> byHome = new LinkedHashMap<>();

    /**
     * A parcel's numbers.
     *
     * @param guideNumber empty while there is no guide
     */
    public record Numbers(String orderId, String guideNumber) {
        static final Numbers NONE = new Numbers("", "");
    }

    Parcels() {}

    void ordered(long homeKey, String orderId) {
        if (byHome.size() >= MOST) {
            byHome.remove(byHome.keySet().iterator().next());
        }
        byHome.putIfAbsent(homeKey, new Numbers(orderId, ""));
    }

    void guided(long homeKey, String guideNumber) {
        byHome.computeIfPresent(homeKey, (_, known) -> new Numbers(known.orderId(), guideNumber));
    }

    /** The numbers behind a home key; empty ones if it is not known. */
    public Numbers of(long homeKey) {
        return byHome.getOrDefault(homeKey, Numbers.NONE);
    }
}
