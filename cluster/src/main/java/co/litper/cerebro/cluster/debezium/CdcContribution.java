package co.litper.cerebro.cluster.debezium;

import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandContribution;

/** Brings the command {@code cdc} to the command line where this module is on the class path. */
public final class CdcContribution implements CommandContribution {
    @Override
    public Object command(CliContext context) {
        return new CdcCommand(context);
    }
}
