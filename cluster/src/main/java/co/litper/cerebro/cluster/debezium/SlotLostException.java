package co.litper.cerebro.cluster.debezium;

/** Changes between what was read last and now are gone for good: a person must know before a new snapshot hides it. */
public final class SlotLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SlotLostException(ShopDatabase shop) {
        super("the replication slot " + shop.slot() + " of " + shop.host() + ":" + shop.port() + "/" + shop.database()
                + " is gone, and with it what happened since it was read last. Rows that were deleted meanwhile will never"
                + " be told. Maybe somebody dropped it, or it ran over max_slot_wal_keep_size; start again with a new"
                + " snapshot if that is acceptable.");
    }
}
