package co.litper.cerebro.server.read;

/** What is counted of the shipments of one carrier that stand alike. */
enum StandCount {
    PARCELS
}
