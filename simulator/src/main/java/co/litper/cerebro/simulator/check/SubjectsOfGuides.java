package co.litper.cerebro.simulator.check;

import co.litper.cerebro.Keys;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.log.Envelope;
import java.util.HashMap;
import java.util.Map;

/** How effects name the parcel of a guide. */
final class SubjectsOfGuides {
    private final Map<String, String> byGuide = new HashMap<>();

    void told(Envelope e) {
        if (e.event() instanceof GuideCreated g) {
            byGuide.put(g.guideNumber(), Subjects.home(Keys.order(e.merchant(), g.orderId())));
        }
    }

    String ofGuide(String guideNumber) {
        return byGuide.getOrDefault(guideNumber, "guide:" + guideNumber);
    }
}
