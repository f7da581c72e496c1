package co.litper.cerebro.simulator.report;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.Truth;
import java.time.Instant;
import java.util.List;

/** One world, to be lived through once by one player. One thread. */
public interface Stage {
    /** Where its player acts. */
    Desk desk();

    /** Its hidden state. */
    Truth truth();

    /** What is true of everything but the people: their traits are those of strangers. */
    Truth rates();

    /** What every player is told first: tariffs and capacities. */
    List<Envelope> opening();

    /** Goes on to {@code until}. */
    void run(Player player, Instant until);

    /** Parcels that are under way now. */
    List<ParcelStory> open();
}
