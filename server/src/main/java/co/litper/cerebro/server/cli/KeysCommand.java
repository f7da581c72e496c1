package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.AccessKeys.Issued;
import co.litper.cerebro.server.access.AccessKeys.Refused;
import co.litper.cerebro.server.access.Caller;
import co.litper.cerebro.server.access.KeyInfo;
import co.litper.cerebro.server.access.KeyRequest;
import co.litper.cerebro.server.text.TextTable;
import co.litper.cerebro.server.text.TextTable.Column;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and revokes the keys of the service, while it runs or not. */
@Command(name = "keys", description = "API keys of the service: create, list, revoke. Works while the service runs.")
final class KeysCommand implements Runnable {
    private static final int LABEL_WIDTH = 30;
    private static final int MERCHANT_WIDTH = 24;
    private static final int MOMENT_WIDTH = 20;

    private final CliContext context;

    KeysCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        list(false);
    }

    @Command(name = "create", description = "Make a key. Its secret is shown once and kept nowhere.")
    int create(
            @Option(
                            names = "--label",
                            required = true,
                            paramLabel = "TEXT",
                            description = "What will use it, such as n8n.")
                    String label,
            @Mixin Grant grant,
            @Option(
                            names = "--expires",
                            paramLabel = "WHEN",
                            description = "When it ends: 90d, or 2027-01-31 (its last day, in Bogota). Default: never.")
                    @Nullable
                    String expires,
            @Option(names = "--json", description = "As one JSON object.") boolean json) {
        KeyRequest request = new KeyRequest(
                label,
                grant.role(context),
                grant.merchant(context),
                Optional.ofNullable(expires).map(this::end));
        try (SqliteAccess file = SqliteAccess.open(context.dataDir(), context.storeOptions())) {
            AccessKeys keys = new AccessKeys(file, context.clock());
            return switch (keys.issue(request, Caller.COMMAND_LINE, "")) {
                case Refused(List<String> problems) ->
                    throw CommandFailure.usage(context.say("No se creó la clave:", "The key was not made:") + "\n  "
                            + String.join("\n  ", problems));
                case Issued issued -> tell(issued, json);
            };
        }
    }

    private int tell(Issued issued, boolean json) {
        if (json) {
            JsonOut.print(context, shown(issued.key()).put("token", issued.token()));
            return CommandLineFace.DONE;
        }
        context.out().println(issued.token());
        context.err()
                .println(context.say(
                                "Guárdela ahora: no se puede volver a ver. Uso: Authorization: Bearer CLAVE. Quitarla: cerebro keys"
                                        + " revoke ",
                                "Keep it now: it cannot be seen again. Use: Authorization: Bearer KEY. Take it back: cerebro keys"
                                        + " revoke ")
                        + issued.key().id());
        return CommandLineFace.DONE;
    }

    /** {@code 90d}, or the end of a day in Bogotá. */
    private Instant end(String text) {
        try {
            String folded = text.strip().toLowerCase(Locale.ROOT);
            if (folded.matches("[0-9]{1,5}d")) {
                long days = Long.parseLong(folded.substring(0, folded.length() - 1));
                return context.clock().now().plus(Duration.ofDays(days));
            }
            return LocalDate.parse(folded)
                    .plusDays(1)
                    .atStartOfDay(Clock.BOGOTA)
                    .toInstant();
        } catch (DateTimeException e) {
            throw CommandFailure.usage(context.say(
                    "--expires: «" + text + "» no es 90d ni una fecha como 2027-01-31.",
                    "--expires: '" + text + "' is neither 90d nor a date such as 2027-01-31."));
        }
    }

    @Command(name = "list", description = "All keys without their secrets.")
    int list(@Option(names = "--json", description = "One JSON object a line.") boolean json) {
        List<KeyInfo> keys = SqliteAccess.openReadOnly(context.dataDir(), context.storeOptions())
                .map(this::listed)
                .orElse(List.of());
        if (json) {
            keys.forEach(key -> JsonOut.print(context, shown(key)));
        } else {
            table(keys).forEach(context.out()::println);
        }
        return CommandLineFace.DONE;
    }

    private List<KeyInfo> listed(SqliteAccess file) {
        try (file) {
            return new AccessKeys(file, context.clock()).list(Caller.COMMAND_LINE);
        }
    }

    private List<String> table(List<KeyInfo> keys) {
        TextTable table = new TextTable(List.of(
                Column.text("Id", 12),
                Column.text(context.say("Rol", "Role"), 8),
                Column.text(context.say("Comercio", "Merchant"), MERCHANT_WIDTH),
                Column.text(context.say("Para", "For"), LABEL_WIDTH),
                Column.text(context.say("Estado", "State"), 10),
                Column.text(context.say("Último uso", "Last used"), MOMENT_WIDTH)));
        for (KeyInfo key : keys) {
            table.row(List.of(
                    key.id(),
                    key.role().wire(),
                    key.merchant().map(MerchantId::value).orElse("*"),
                    key.label(),
                    standing(key),
                    key.usedAt().map(Instant::toString).orElse("–")));
        }
        return table.lines();
    }

    private String standing(KeyInfo key) {
        return switch (key.standing(context.clock().now())) {
            case ACTIVE -> context.say("vigente", "active");
            case EXPIRED -> context.say("vencida", "expired");
            case REVOKED -> context.say("revocada", "revoked");
        };
    }

    private ObjectNode shown(KeyInfo key) {
        ObjectNode node = JsonOut.object()
                .put("id", key.id())
                .put("label", key.label())
                .put("role", key.role().wire())
                .put("merchant", key.merchant().map(MerchantId::value).orElse("*"))
                .put("state", key.standing(context.clock().now()).name().toLowerCase(Locale.ROOT))
                .put("madeBy", key.by())
                .put("madeAt", key.madeAt().toString());
        key.expiresAt().ifPresent(at -> node.put("expiresAt", at.toString()));
        key.revokedAt().ifPresent(at -> node.put("revokedAt", at.toString()));
        key.usedAt().ifPresent(at -> node.put("usedAt", at.toString()));
        return node;
    }

    @Command(name = "revoke", description = "Take a key back. A running service refuses it within a second.")
    int revoke(@Parameters(paramLabel = "ID", description = "As `keys list` shows it.") String id) {
        if (!Files.exists(context.dataDir().resolve(SqliteAccess.FILE_NAME))) {
            throw unknown(id);
        }
        try (SqliteAccess file = SqliteAccess.open(context.dataDir(), context.storeOptions())) {
            return switch (new AccessKeys(file, context.clock()).revoke(id, Caller.COMMAND_LINE, "")) {
                case REVOKED -> {
                    context.out().println(id + context.say(": revocada", ": revoked"));
                    yield CommandLineFace.DONE;
                }
                case ALREADY -> {
                    context.out().println(id + context.say(": ya estaba revocada", ": was revoked before"));
                    yield CommandLineFace.DONE;
                }
                case UNKNOWN -> throw unknown(id);
            };
        }
    }

    private CommandFailure unknown(String id) {
        return CommandFailure.failed(context.say(
                "No hay clave «" + id + "». Tal vez «cerebro keys list» ayude.",
                "There is no key '" + id + "'. Maybe 'cerebro keys list' helps."));
    }
}
