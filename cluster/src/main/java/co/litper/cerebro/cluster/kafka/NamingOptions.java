package co.litper.cerebro.cluster.kafka;

import picocli.CommandLine.Option;

/** The options of a command that say how the topics of a cluster are named and, where they are missing, copied. */
final class NamingOptions {
    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            description = "What the names of its topics begin with. Default: ${DEFAULT-VALUE}.")
    private String prefix = "cerebro";

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "Copies of each partition, where topics are yet to be made. Default: ${DEFAULT-VALUE}.")
    private short replicas = 1;

    /** What the names of its topics begin with. */
    String prefix() {
        return prefix;
    }

    /** Its topics, with so many shards where they are yet to be made. */
    Topics topics(int shards) {
        return new Topics(prefix, shards, replicas);
    }
}
