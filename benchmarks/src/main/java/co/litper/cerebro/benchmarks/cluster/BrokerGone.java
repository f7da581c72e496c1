package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.testkit.KafkaServer;

/** The only broker dies as in a power cut, and is started again later. */
record BrokerGone(KafkaServer broker) implements Struck {
    @Override
    public void begin() {
        broker.kill();
    }

    @Override
    public void end() {
        broker.restart();
    }
}
