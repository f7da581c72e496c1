package co.litper.cerebro.cluster.debezium;

import co.litper.cerebro.server.cli.CliContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cerebro cdc}: listens to a shop's database and delivers its changes to a webhook source, until it is stopped. */
@Command(
        name = "cdc",
        description = "Listen to a shop's PostgreSQL and deliver each change to a webhook source. Secrets come from the"
                + " environment: CEREBRO_CDC_PASSWORD and CEREBRO_CDC_SECRET.")
final class CdcCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final String PASSWORD = "CEREBRO_CDC_PASSWORD";
    private static final String SECRET = "CEREBRO_CDC_SECRET";

    private final CliContext context;

    @Option(names = "--host", required = true, paramLabel = "HOST", description = "Where the shop's database is.")
    private String host = "";

    @Option(names = "--port", paramLabel = "N", description = "Its port. Default: ${DEFAULT-VALUE}.")
    private int port = 5432;

    @Option(names = "--database", required = true, paramLabel = "NAME", description = "Its name.")
    private String database = "";

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "Who may replicate from it.")
    private String user = "";

    @Option(
            names = "--tables",
            required = true,
            split = ",",
            paramLabel = "SCHEMA.TABLE",
            description = "Which tables, separated by commas.")
    private List<String> tables = List.of();

    @Option(
            names = "--slot",
            paramLabel = "NAME",
            description = "Replication slot and publication. Default: ${DEFAULT-VALUE}.")
    private String slot = "cerebro";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The webhook source: http://HOST:PORT/api/v1/webhooks/NAME.")
    private URI to = URI.create("http://localhost/");

    @Option(
            names = "--again",
            description = "Begin with a new snapshot, although changes since the last one were lost.")
    private boolean again;

    CdcCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        String secret = System.getenv(SECRET);
        if (secret == null || secret.isEmpty()) {
            tell("Falta " + SECRET + ": el secreto de la fuente.", SECRET + " is missing: the secret of the source.");
            return FAILED;
        }
        String password = System.getenv(PASSWORD);
        ShopDatabase shop =
                new ShopDatabase(host, port, database, user, password == null ? "" : password, slot, tables);
        Path folder = context.dataDir().resolve("cdc").resolve(slot);
        ChangeSink sink = new SignedPost(to, secret.getBytes(StandardCharsets.UTF_8));
        try (ChangeStream stream = again
                ? ChangeStream.startAgain(shop, folder, sink, this::trouble)
                : ChangeStream.start(shop, folder, sink, this::trouble)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stream::close));
            tell("Escucha " + shop + "; entrega a " + to + ".", "Listens to " + shop + "; delivers to " + to + ".");
            stream.ended().get();
            return DONE;
        } catch (SlotLostException e) {
            tell(
                    "Se perdió la ranura de replicación «" + slot
                            + "»: lo que se borró entretanto no se sabrá. Con --again"
                            + " empieza de nuevo con todas las filas.",
                    e.getMessage() + " (--again)");
            return FAILED;
        } catch (ExecutionException e) {
            tell("Dejó de escuchar: " + e.getMessage(), "It no longer listens: " + e.getMessage());
            return FAILED;
        }
    }

    private void trouble(String what) {
        tell("Atención: " + what, "Attention: " + what);
    }

    private void tell(String spanish, String english) {
        context.err().println(context.say(spanish, english));
        context.err().flush();
    }
}
