package co.litper.cerebro.simulator.check;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.player.Parcels;
import co.litper.cerebro.simulator.player.ReceiptWatcher;
import java.time.Instant;
import java.util.List;

/**
 * All checkers over one run: put its {@link #desk} between player and world, its {@link #player} around the player, hand
 * it the stories and, of the product, the receipts.
 */
public final class Inspection implements ReceiptWatcher {
    private final List<Checker> checkers;
    private Instant now = Instant.EPOCH;

    private Inspection(List<Checker> checkers) {
        this.checkers = checkers;
    }

    /** Of a player that follows rules: no receipts are asked for. */
    public static Inspection ofRules(HolidayCalendar holidays) {
        return new Inspection(
                List.of(new Conservation(), new ContactHours(holidays), new ActsOnce(id -> id), new MoneyOfStories()));
    }

    /** Of the product, whose receipts are read too. */
    public static Inspection ofProduct(HolidayCalendar holidays) {
        return new Inspection(List.of(
                new Conservation(),
                new ContactHours(holidays),
                ActsOnce.ofProduct(),
                new MoneyOfStories(),
                new MoneyOfLedger(),
                new ReceiptOfEffects()));
    }

    /** The desk, watched. */
    public Desk desk(Desk desk) {
        return effect -> {
            Channel.Result result = desk.take(effect);
            checkers.forEach(checker -> checker.acted(now, effect, result));
            return result;
        };
    }

    /** The player, watched. */
    public Player player(Player player) {
        return new Player() {
            @Override
            public void meet(Envelope e) {
                now = e.recordedAt();
                checkers.forEach(checker -> checker.told(e));
                player.meet(e);
            }

            @Override
            public void close() {
                player.close();
            }
        };
    }

    @Override
    public void recorded(Instant at, List<Entry> entries, Parcels parcels) {
        checkers.forEach(checker -> checker.recorded(at, entries, parcels));
    }

    /** Takes in a story, ended or open. */
    public void ended(ParcelStory story) {
        checkers.forEach(checker -> checker.ended(story));
    }

    /** All that was found; call when the run is over. */
    public List<Violation> violations() {
        checkers.forEach(checker -> checker.over(now));
        return checkers.stream()
                .flatMap(checker -> checker.violations().stream())
                .toList();
    }
}
