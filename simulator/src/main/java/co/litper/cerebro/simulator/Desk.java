package co.litper.cerebro.simulator;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;

/** Where effects enter a simulated world, at the time of the event that is being met. */
public interface Desk {
    /**
     * Takes an effect. The same {@code effectId} again is answered as before and done once.
     *
     * @return {@code DONE} if the world takes it; {@code FAILED} if it makes no sense there: no such parcel, one that has
     *     ended, a carrier that does not serve the city, an office that does not exist, a guide that was made already
     */
    Channel.Result take(Dispatch effect);
}
