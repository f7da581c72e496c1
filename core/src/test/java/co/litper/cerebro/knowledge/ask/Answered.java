package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent;
import co.litper.cerebro.knowledge.GraphProjection;
import co.litper.cerebro.knowledge.KnowledgeGraph;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.List;

/** A graph of novedades that were answered. */
final class Answered {
    private static final MerchantId MERCHANT = new MerchantId("litper");
    private static final CityCode PASTO = new CityCode("52001");
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final int EACH = 12;

    private final GraphProjection projection = new GraphProjection(MERCHANT);
    private int told;

    private Answered() {}

    /** Twelve bad addresses that were asked for and delivered, and twelve that waited in the office and came back. */
    static KnowledgeGraph twelveBadAddresses() {
        Answered answered = new Answered();
        for (int i = 0; i < EACH; i++) {
            answered.guide("A" + i, "ask_address", ShipmentState.DELIVERED);
            answered.guide("B" + i, "hold_in_office", ShipmentState.RETURNED);
        }
        return answered.projection.graph();
    }

    private void guide(String guide, String solution, ShipmentState end) {
        for (Event event : List.of(
                new LogisticsEvent.IssueReported(guide, Carrier.ENVIA, "X", IssueReason.BAD_ADDRESS, 1),
                new LogisticsEvent.IssueResolved(guide, solution),
                new LogisticsEvent.TrackingUpdated(guide, Carrier.ENVIA, end.name(), end, PASTO))) {
            told++;
            Instant at = START.plusSeconds(60L * told);
            projection.apply(
                    told,
                    new Envelope(
                            "e" + told,
                            "/test",
                            MERCHANT,
                            "guide:" + guide,
                            at,
                            TimePrecision.SECOND,
                            at,
                            "",
                            "",
                            Priority.NORMAL,
                            Standing.LIVE,
                            false,
                            0,
                            event));
        }
    }
}
