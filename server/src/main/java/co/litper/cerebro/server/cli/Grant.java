package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.access.Role;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a new key or user may do and for whom, as options of the command that makes it. */
final class Grant {
    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "viewer (reads), operator (also acts) or admin (also keys, backups, erasure).")
    private String role = "";

    @Option(names = "--all-merchants", description = "For every merchant, not --merchant alone.")
    private boolean all;

    /** Ends the command if there is no such role. */
    Role role(CliContext context) {
        return Role.of(role)
                .orElseThrow(() -> CommandFailure.usage(context.say(
                        "No hay rol «" + role + "». Tal vez uno de: " + Role.all(),
                        "There is no role '" + role + "'. Maybe one of: " + Role.all())));
    }

    /** Empty for all of them. */
    Optional<MerchantId> merchant(CliContext context) {
        return all ? Optional.empty() : Optional.of(context.merchant());
    }
}
