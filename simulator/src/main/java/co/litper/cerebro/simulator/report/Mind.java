package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.player.ReceiptWatcher;
import co.litper.cerebro.think.Chooser;

/**
 * One way of thinking for one life of the product. Owned by that life's thread.
 *
 * @param chooser draws the winners, perhaps after having changed what bids are worth
 * @param watcher learns from the log
 */
public record Mind(Chooser chooser, ReceiptWatcher watcher) {
    /** The product as it is. */
    public static Mind plain() {
        return new Mind(Chooser.EXPLORING, ReceiptWatcher.NOBODY);
    }
}
