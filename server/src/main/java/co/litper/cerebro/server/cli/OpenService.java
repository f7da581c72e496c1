package co.litper.cerebro.server.cli;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Service;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.WebhookKeys;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.OwnerKey;
import co.litper.cerebro.server.livedemo.DemoWorld;
import co.litper.cerebro.server.webhook.WebhookSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Serves an installation that is open until somebody asks to stop, and tells where. */
final class OpenService {
    private final CliContext context;
    private final Configuration configuration;
    private final Path folder;
    private final List<WebhookSource> webhooks;
    private boolean openToThisMachine;
    private Optional<DemoWorld> demo = Optional.empty();
    private Optional<URI> firstDoor = Optional.empty();

    /** Reads what the configuration says of sources; ends the command if that is not usable. */
    OpenService(CliContext context, Configuration configuration, Path folder) {
        this.context = context;
        this.configuration = configuration;
        this.folder = folder;
        this.webhooks = webhooks();
    }

    private List<WebhookSource> webhooks() {
        return switch (WebhookKeys.sources(configuration, folder)) {
            case WebhookKeys.Usable(List<WebhookSource> sources) -> sources;
            case WebhookKeys.Faulty(List<String> problems) ->
                throw CommandFailure.usage(context.say("Los webhooks no sirven:", "The webhooks are not usable:")
                        + "\n  " + String.join("\n  ", problems));
        };
    }

    /** Makes the pages open to browsers of this machine without asking: for a demonstration. */
    OpenService openToThisMachine() {
        openToThisMachine = true;
        return this;
    }

    /** Serves what lives in a simulated world, at its time, and lets people act on that world. */
    OpenService inWorld(DemoWorld world) {
        demo = Optional.of(world);
        return this;
    }

    private void tellFirstDoor(URI door) {
        context.out()
                .println(context.say(
                                "Todavía no hay usuarios. Cree el primero aquí (enlace de un solo uso): ",
                                "There are no users yet. Make the first one here (one-time link): ")
                        + door);
    }

    /** What is done while the service is open. */
    @FunctionalInterface
    interface Work {
        /** @param key good for everything as long as this process runs */
        void with(URI address, String key) throws IOException, InterruptedException;
    }

    /** @param showKey true to print a key that is good as long as this process runs */
    void run(Installation installation, HttpOptions options, boolean showKey, StopRequest stop)
            throws InterruptedException {
        try {
            during(installation, options, (address, key) -> {
                context.out()
                        .println(context.say("Atendiendo en ", "Serving at ") + address + (showKey ? "#" + key : ""));
                firstDoor.ifPresent(this::tellFirstDoor);
                context.out().flush();
                stop.awaitAsked();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves while the work is done, and stops. */
    void during(Installation installation, HttpOptions options, Work work) throws IOException, InterruptedException {
        SqliteStore.Options store = Wiring.storeOptions(configuration, context.clock());
        try (SqliteAccess access = SqliteAccess.open(folder, store)) {
            AccessKeys keys = new AccessKeys(access, context.clock());
            OwnerKey owner = new OwnerKey(keys::admit);
            try (Service service = Service.start(
                    options,
                    new Service.Parts(
                            installation,
                            folder,
                            store,
                            configuration,
                            demo.map(DemoWorld::clock).orElse(context.clock()),
                            owner,
                            keys.trail(),
                            new Users(access, context.clock()),
                            keys,
                            openToThisMachine,
                            webhooks,
                            demo))) {
                firstDoor = service.firstDoor().filter(_ -> !openToThisMachine);
                work.with(service.address(), owner.key());
            }
        }
    }
}
