package co.litper.cerebro.simulator.world;

import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.vocabulary.ShipmentState;

/** What a broken feed makes of a scan: words that nobody knows, or a step back that cannot be. It keeps the contract. */
final class Garbling {
    private static final String[] NONSENSE = {"ERR_0x17", "SIN DEFINIR 99", "ESTADO ???", "Ã‰NTR3G", "null null"};

    private Garbling() {}

    static TrackingUpdated of(TrackingUpdated scan, long bits) {
        if ((bits & 1) == 0) {
            String nonsense = NONSENSE[(int) Long.remainderUnsigned(bits >>> 1, NONSENSE.length)];
            return new TrackingUpdated(scan.guideNumber(), scan.carrier(), nonsense, null, scan.location());
        }
        return new TrackingUpdated(
                scan.guideNumber(), scan.carrier(), "GENERADO", ShipmentState.CREATED, scan.location());
    }
}
