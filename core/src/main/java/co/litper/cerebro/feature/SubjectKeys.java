package co.litper.cerebro.feature;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Hash64;

/** Which subject of each scope a shipment belongs to. */
final class SubjectKeys {
    /** No such subject is known. */
    static final long NONE = 0;

    private static final long SEED = 0x7375626A65637431L;

    private SubjectKeys() {}

    static long of(Scope scope, ShipmentContext c) {
        return switch (scope) {
            case GLOBAL_RECENT, GLOBAL -> scope.key(0, 0);
            case CARRIER -> withCarrier(scope, c, 0);
            case ORIGIN -> c.origin() == ShipmentContext.NO_KEY ? NONE : scope.key(c.origin(), 0);
            case DEPARTMENT, DEPARTMENT_RECENT -> scope.key(department(c), 0);
            case CITY -> scope.key(city(c), 0);
            case LANE_WIDE -> scope.key(c.origin(), department(c));
            case LANE -> scope.key(c.origin(), city(c));
            case CARRIER_DEPARTMENT -> withCarrier(scope, c, department(c));
            case CARRIER_CITY -> withCarrier(scope, c, city(c));
            case MERCHANT, MERCHANT_RECENT ->
                c.merchant() == ShipmentContext.NO_KEY ? NONE : scope.key(c.merchant(), 0);
            case CATEGORY -> c.category() == ShipmentContext.NO_KEY ? NONE : scope.key(c.category(), 0);
        };
    }

    private static long withCarrier(Scope scope, ShipmentContext c, long place) {
        return c.carrier().equals(Carrier.UNKNOWN)
                ? NONE
                : scope.key(Hash64.of(SEED, c.carrier().code()), place);
    }

    private static long department(ShipmentContext c) {
        return Hash64.of(SEED, c.destination().department());
    }

    private static long city(ShipmentContext c) {
        return Hash64.of(SEED, c.destination().code());
    }
}
