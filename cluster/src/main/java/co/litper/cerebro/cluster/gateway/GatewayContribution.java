package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.server.cli.CliContext;
import co.litper.cerebro.server.cli.CommandContribution;

/** Brings the command {@code gateway} to the command line where this module is on the class path. */
public final class GatewayContribution implements CommandContribution {
    @Override
    public Object command(CliContext context) {
        return new GatewayCommand(context);
    }
}
