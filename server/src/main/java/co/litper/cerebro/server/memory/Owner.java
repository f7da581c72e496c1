package co.litper.cerebro.server.memory;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the state tells of a shipment that is remembered.
 *
 * @param merchant whose it is
 * @param customer for whom
 * @param returned true if it came back
 */
record Owner(MerchantId merchant, PersonRef customer, boolean returned) {

    /** Looks owners up in the state. */
    @FunctionalInterface
    interface Source {
        /** The owners of these home keys, at the end of the log or nearly so; keys without a home are left out. */
        Map<Long, Owner> of(Set<Long> homes) throws InterruptedException;
    }

    /** The owners of these home keys in {@code view}. */
    static Map<Long, Owner> in(StateView view, Set<Long> homes) {
        Map<Long, Owner> owners = new HashMap<>();
        for (long key : homes) {
            view.state().home(key).ifPresent(home -> owners.put(key, of(home)));
        }
        return owners;
    }

    private static Owner of(Home home) {
        return new Owner(
                home.merchant(), home.parcel().customer(), home.parcel().state() == ShipmentState.RETURNED);
    }
}
