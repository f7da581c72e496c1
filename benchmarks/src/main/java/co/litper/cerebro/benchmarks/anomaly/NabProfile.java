package co.litper.cerebro.benchmarks.anomaly;

/**
 * What an application of the Numenta Anomaly Benchmark pays for.
 *
 * @param name of the profile
 * @param found worth of a window found at once
 * @param falseAlarm cost of a false alarm far from any window
 * @param missed cost of a window missed
 */
record NabProfile(String name, double found, double falseAlarm, double missed) {
    static final NabProfile STANDARD = new NabProfile("standard", 1, 0.11, 1);
    static final NabProfile LOW_FALSE_ALARMS = new NabProfile("reward_low_FP_rate", 1, 0.22, 1);
    static final NabProfile LOW_MISSES = new NabProfile("reward_low_FN_rate", 1, 0.11, 2);
}
