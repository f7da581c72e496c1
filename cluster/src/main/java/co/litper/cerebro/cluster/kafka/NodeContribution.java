package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandContribution;

/** Brings the command {@code node} to the command line where this module is on the class path. */
public final class NodeContribution implements CommandContribution {
    @Override
    public Object command(CliContext context) {
        return new NodeCommand(context);
    }
}
