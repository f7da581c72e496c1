package co.litper.cerebro.simulator.report;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.player.Parcels;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds the first forecast of each parcel that has a guide, so that its carrier is known, against what came: late of those
 * delivered, returned of those delivered or returned.
 */
final class ForecastJudge {
    /** Parcels that wait for their end; the oldest go first. */
    private static final int MOST_WAITING = 200_000;

    private final Map<String, Forecast> waiting = new LinkedHashMap<>();
    private final Calibration delay = new Calibration();
    private final Calibration giveBack = new Calibration();

    void decided(Decision decision, Parcels.Numbers parcel) {
        if (parcel.guideNumber().isEmpty() || parcel.orderId().isEmpty()) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        waiting.putIfAbsent(parcel.orderId(), decision.forecast());
    }

    void ended(ParcelStory story, boolean isJudged) {
        Forecast forecast = waiting.remove(story.orderId());
        if (forecast == null || !isJudged) {
            return;
        }
        if (story.ending() == Ending.DELIVERED) {
            delay.add(forecast.delay(), story.isLate());
        }
        if (story.ending() == Ending.DELIVERED || story.ending() == Ending.RETURNED) {
            giveBack.add(forecast.giveBack(), story.ending() == Ending.RETURNED);
        }
    }

    double delayError() {
        return delay.error();
    }

    double returnError() {
        return giveBack.error();
    }
}
