package co.litper.cerebro.cluster.kafka;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that say which cluster is meant, and how its topics are made where they are missing. */
public final class TopicsOptions {
    @Option(
            names = "--brokers",
            required = true,
            paramLabel = "HOST:PORT,…",
            description = "Kafka brokers to ask first.")
    private String brokers = "";

    @Mixin
    private final NamingOptions naming = new NamingOptions();

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "Partitions, where topics are yet to be made. Default: ${DEFAULT-VALUE}.")
    private int shards = Topics.DEFAULT_SHARDS;

    /** Its brokers. */
    public Connection connection() {
        return Connection.to(brokers);
    }

    /** Its topics. */
    public Topics topics() {
        return naming.topics(shards);
    }

    /** What the names of its topics begin with. */
    public String prefix() {
        return naming.prefix();
    }

    /** Its brokers as they were named. */
    String brokers() {
        return brokers;
    }
}
