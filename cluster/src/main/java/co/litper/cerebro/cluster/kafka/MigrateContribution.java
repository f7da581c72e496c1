package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandContribution;

/** Brings the command {@code migrate} to the command line where this module is on the class path. */
public final class MigrateContribution implements CommandContribution {
    @Override
    public Object command(CliContext context) {
        return new MigrateCommand(context);
    }
}
