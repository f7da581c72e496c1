package co.litper.cerebro.simulator.check;

import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import java.time.Instant;

/** A story's margin is the sum of its account, and every entry of the account has its cause. */
final class MoneyOfStories extends Checker {
    @Override
    void ended(ParcelStory story) {
        if (story.ending() == Ending.OPEN) {
            return;
        }
        ParcelStory.Account a = story.money();
        boolean delivered = story.ending() == Ending.DELIVERED;
        boolean lost = story.ending() == Ending.LOST;
        long in = (delivered ? a.value() : 0) + (lost ? a.claims() : 0);
        long out = a.freight() + a.returnFreight() + a.late() + a.messages() + a.calls();
        out += delivered || lost ? a.goods() : 0;
        expect(story, story.marginCop() == in - out, "margin " + story.marginCop() + " of account " + a);
        long least = Math.min(Math.min(Math.min(a.value(), a.goods()), Math.min(a.freight(), a.returnFreight())), 0);
        least = Math.min(least, Math.min(Math.min(a.late(), a.messages()), Math.min(a.calls(), a.claims())));
        expect(story, least >= 0, "a negative amount in " + a);
        expect(story, story.isLate() || a.late() == 0, "paid for lateness " + a.late() + " without being late");
        expect(story, !story.isLate() || a.late() > 0, "was late at no cost");
        expect(story, story.ending() == Ending.RETURNED || a.returnFreight() == 0, "paid a return that was none");
        expect(story, !story.guideNumber().isEmpty() || a.freight() == 0, "paid freight without a guide");
        expect(story, !story.contactsAt().isEmpty() || a.messages() + a.calls() == 0, "paid for contacts never made");
    }

    private void expect(ParcelStory story, boolean held, String otherwise) {
        if (!held) {
            Instant end = story.endedAt();
            violated("order:" + story.orderId(), end == null ? story.orderedAt() : end, otherwise);
        }
    }
}
