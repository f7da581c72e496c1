package co.litper.cerebro.benchmarks.knowledge;

import java.time.LocalDate;

/** A parcel of a made-up world as it begins. */
record MadeParcel(
        long number,
        LocalDate day,
        String city,
        String carrier,
        String product,
        String shop,
        boolean cod,
        long valueCop) {}
