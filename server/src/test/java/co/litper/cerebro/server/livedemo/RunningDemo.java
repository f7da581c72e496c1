package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.adapters.sqlite.SqliteAccess;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.Service;
import co.litper.cerebro.server.access.AccessKeys;
import co.litper.cerebro.server.access.Users;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.server.http.HttpOptions;
import co.litper.cerebro.server.http.OwnerKey;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.world.Clock;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A demonstration in this process: world, durable loop, service at a port of its own. */
public final class RunningDemo implements AutoCloseable {
    private final DemoWorld world;
    private final Installation installation;
    private final SqliteAccess access;
    private final OwnerKey owner;
    private final Service service;

    private RunningDemo(DemoPlan plan, Path folder) throws Exception {
        ServiceLog.silence();
        Configuration configuration = DemoHome.configuration();
        world = DemoWorld.of(plan, Clock.system());
        installation = DemoHome.open(world, configuration, folder);
        SqliteStore.Options store = Wiring.storeOptions(configuration, Clock.system());
        access = SqliteAccess.open(folder, store);
        AccessKeys keys = new AccessKeys(access, Clock.system());
        owner = new OwnerKey(keys::admit);
        service = Service.start(
                HttpOptions.of(configuration).at("127.0.0.1", 0).withoutFarewell(),
                new Service.Parts(
                        installation,
                        folder,
                        store,
                        configuration,
                        world.clock(),
                        owner,
                        keys.trail(),
                        new Users(access, Clock.system()),
                        keys,
                        true,
                        List.of(),
                        Optional.of(world)));
    }

    /** A demonstration whose days are lived. */
    public static RunningDemo lived(DemoPlan plan, Path folder) throws Exception {
        RunningDemo demo = new RunningDemo(plan, folder);
        demo.world.start(demo.installation.host(), _ -> {});
        demo.world.awaitLived();
        return demo;
    }

    public DemoWorld world() {
        return world;
    }

    public URI address() {
        return service.address();
    }

    public String key() {
        return owner.key();
    }

    @Override
    public void close() {
        world.close();
        service.close();
        access.close();
        installation.close();
    }
}
