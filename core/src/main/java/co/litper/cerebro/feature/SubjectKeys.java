package co.litper.cerebro.feature;

import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Hash64;

/** Which subject of each scope a shipment belongs to. Its names are hashed once, on construction. */
final class SubjectKeys {
    /** No such subject is known. */
    static final long NONE = 0;

    private static final long SEED = 0x7375626A65637431L;

    private final ShipmentContext context;
    private final long city;
    private final long department;
    private final long carrier;

    SubjectKeys(ShipmentContext context) {
        this.context = context;
        city = Hash64.of(SEED, context.destination().code());
        department = Hash64.of(SEED, context.destination().department());
        carrier = context.carrier().equals(Carrier.UNKNOWN)
                ? NONE
                : Hash64.of(SEED, context.carrier().code());
    }

    /** The key of the shipment's subject in {@code scope}, or {@link #NONE}. */
    long of(Scope scope) {
        return switch (scope) {
            case GLOBAL_RECENT, GLOBAL -> scope.key(0, 0);
            case CARRIER, CARRIER_RECENT -> withCarrier(scope, 0);
            case DEPARTMENT, DEPARTMENT_RECENT -> scope.key(department, 0);
            case LANE_WIDE -> scope.key(context.origin(), department);
            case LANE -> scope.key(context.origin(), city);
            case CARRIER_DEPARTMENT -> withCarrier(scope, department);
            case CARRIER_CITY -> withCarrier(scope, city);
            case MERCHANT, MERCHANT_RECENT ->
                context.merchant() == ShipmentContext.NO_KEY ? NONE : scope.key(context.merchant(), 0);
        };
    }

    private long withCarrier(Scope scope, long place) {
        return carrier == NONE ? NONE : scope.key(carrier, place);
    }
}
