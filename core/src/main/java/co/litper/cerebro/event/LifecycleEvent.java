package co.litper.cerebro.event;

import co.litper.cerebro.vocabulary.Carrier;

/** The life of an order (pedido), from purchase to door. */
public sealed interface LifecycleEvent extends Event {
    /** The merchant's number of the order. */
    String orderId();

    /**
     * A customer bought something.
     *
     * @param orderId the merchant's number of the order
     * @param parcel what is to be carried, to whom and where; its carrier is {@code UNKNOWN} while none is chosen
     */
    record OrderCreated(String orderId, ParcelFacts parcel) implements LifecycleEvent {
        @Override
        public EventType type() {
            return EventType.ORDER_CREATED;
        }
    }

    /** The customer confirmed the order. */
    record OrderConfirmed(String orderId) implements LifecycleEvent {
        @Override
        public EventType type() {
            return EventType.ORDER_CONFIRMED;
        }
    }

    /**
     * The order was called off before delivery.
     *
     * @param reason a short code such as {@code customer}, {@code stock}, {@code merchant}
     */
    record OrderCancelled(String orderId, String reason) implements LifecycleEvent {
        @Override
        public EventType type() {
            return EventType.ORDER_CANCELLED;
        }
    }

    /** The order left the merchant under a waybill. */
    record OrderShipped(String orderId, String guideNumber, Carrier carrier) implements LifecycleEvent {
        @Override
        public EventType type() {
            return EventType.ORDER_SHIPPED;
        }
    }

    /**
     * The order was handed over.
     *
     * @param guideNumber the waybill, or empty where the source did not tell
     * @param collectedCop cash collected at the door, in pesos; 0 if prepaid
     */
    record OrderDelivered(String orderId, String guideNumber, long collectedCop) implements LifecycleEvent {
        @Override
        public EventType type() {
            return EventType.ORDER_DELIVERED;
        }
    }
}
