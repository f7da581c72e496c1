package co.litper.cerebro.simulator.player;

import co.litper.cerebro.Keys;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;

/** One parcel as a player knows it, with the player's own notes on its open novedad. Owned by one thread. */
final class Tracked {
    final MerchantId merchant;
    final String orderId;
    final ParcelFacts facts;
    String guideNumber = "";
    ShipmentState state = ShipmentState.CREATED;
    /** True once the customer was told of a delay. */
    boolean told;
    /** Novedades so far. */
    int issues;
    /** Contacts about the open novedad. */
    int attempts;
    /** What the open novedad is, or was last. */
    IssueReason reason = IssueReason.OTHER;
    /** When its answer is due at the carrier. */
    Instant deadline = Instant.EPOCH;
    /** True while the carrier waits for an answer, as far as the player knows. */
    boolean troubled;
    /** What is to be done as soon as the contact rules allow it, or {@code NONE}. */
    Action postponed = Action.NONE;
    /** When the player stops waiting for the customer. */
    Instant patienceEnds = Instant.MAX;
    /** When the novedad was last looked at. */
    Instant lookedAt = Instant.EPOCH;

    Tracked(MerchantId merchant, String orderId, ParcelFacts facts) {
        this.merchant = merchant;
        this.orderId = orderId;
        this.facts = facts;
    }

    /** As effects name it. */
    String subject() {
        return Subjects.home(Keys.order(merchant, orderId));
    }

    void openIssue(IssueReason why, Instant now, Instant answerBy) {
        issues++;
        attempts = 0;
        reason = why;
        deadline = answerBy;
        troubled = true;
        postponed = Action.NONE;
        patienceEnds = Instant.MAX;
        lookedAt = now;
        state = ShipmentState.ISSUE;
    }

    void closeIssue() {
        troubled = false;
        postponed = Action.NONE;
        patienceEnds = Instant.MAX;
    }

    /** Waits for the customer during half of the time that is left. */
    void waitHalf(Instant now) {
        Duration left = Duration.between(now, deadline);
        patienceEnds = left.isNegative() ? now : now.plus(left.dividedBy(2));
    }
}
