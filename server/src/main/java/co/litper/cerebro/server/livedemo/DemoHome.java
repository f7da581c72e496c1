package co.litper.cerebro.server.livedemo;

import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.SettingsSync;
import co.litper.cerebro.server.config.Wiring;
import co.litper.cerebro.simulator.player.Players;
import co.litper.cerebro.simulator.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** The installation that lives in a {@link DemoWorld}: the product as it is, but for where its time and effects come from. */
public final class DemoHome {
    private DemoHome() {}

    /** What it is set to: it acts by itself, but for what a person can say yes to on the pages. */
    public static Configuration configuration() {
        Map<String, String> settings = new TreeMap<>(Players.acting());
        // At worst the carrier gives back by itself what nobody answered: no parcel is lost by asking.
        settings.put("autonomy.return_to_sender", "approve");
        settings.put("merchant.id", World.MERCHANT.value());
        Map<String, String> variables = new TreeMap<>();
        settings.forEach((key, value) ->
                variables.put("CEREBRO_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return switch (Configuration.read(Optional.empty(), variables)) {
            case Configuration.Usable(Configuration usable) -> usable;
            case Configuration.Faulty(List<String> problems) ->
                throw new IllegalStateException("the settings of the demo: " + problems);
        };
    }

    /**
     * Opens it in an empty folder, its settings in force, in a world that has not begun. To be closed after the world.
     *
     * @throws co.litper.cerebro.log.StoreException if the folder is locked, damaged, or cannot be written
     */
    public static Installation open(DemoWorld world, Configuration configuration, Path folder)
            throws InterruptedException, ExecutionException {
        Installation installation = Installation.open(
                Wiring.setup(configuration, folder, world.clock()).withChannel(world.channel()));
        boolean done = false;
        try {
            SettingsSync.append(installation, SettingsSync.changes(configuration, new TreeMap<>()), world.clock());
            done = true;
            return installation;
        } finally {
            if (!done) {
                installation.close();
            }
        }
    }
}
