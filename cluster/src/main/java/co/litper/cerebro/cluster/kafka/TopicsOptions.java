package co.litper.cerebro.cluster.kafka;

import picocli.CommandLine.Option;

/** The options of a command that say which cluster is meant, and how its topics are made where they are missing. */
public final class TopicsOptions {
    @Option(
            names = "--brokers",
            required = true,
            paramLabel = "HOST:PORT,…",
            description = "Kafka brokers to ask first.")
    private String brokers = "";

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description = "What the names of its topics begin with. Default: ${DEFAULT-VALUE}.")
    private String prefix = "cerebro";

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "Partitions, where topics are yet to be made. Default: ${DEFAULT-VALUE}.")
    private int shards = Topics.DEFAULT_SHARDS;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "Copies of each partition, where topics are yet to be made. Default: ${DEFAULT-VALUE}.")
    private short replicas = 1;

    /** Its brokers. */
    public Connection connection() {
        return Connection.to(brokers);
    }

    /** Its topics. */
    public Topics topics() {
        return new Topics(prefix, shards, replicas);
    }

    /** What the names of its topics begin with. */
    public String prefix() {
        return prefix;
    }

    /** Its brokers as they were named. */
    String brokers() {
        return brokers;
    }
}
