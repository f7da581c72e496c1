package co.litper.cerebro.simulator.player;

import co.litper.cerebro.event.LogisticsEvent.CarrierCapacity;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.Player;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A player that joins a world that runs already: until then it does nothing, and of what was before it is told only
 * tariffs, capacities and settings.
 */
final class LatePlayer implements Player {
    private final Player player;
    private final Instant joinsAt;
    private final List<Envelope> standing = new ArrayList<>();
    private boolean joined;

    LatePlayer(Player player, Instant joinsAt) {
        this.player = player;
        this.joinsAt = joinsAt;
    }

    @Override
    public void meet(Envelope e) {
        if (!joined && e.recordedAt().isBefore(joinsAt)) {
            if (e.event() instanceof ConfigurationChanged || e.event() instanceof CarrierCapacity) {
                standing.add(e);
            }
            return;
        }
        if (!joined) {
            joined = true;
            standing.forEach(player::meet);
            standing.clear();
        }
        player.meet(e);
    }

    @Override
    public void close() {
        player.close();
    }
}
