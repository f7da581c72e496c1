package co.litper.cerebro;

import co.litper.cerebro.act.Outbox;
import co.litper.cerebro.learn.OutcomeLedger;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.logistics.IssueProgress;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.logistics.SeenIds;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireVersions;
import co.litper.cerebro.world.WireWriter;
import java.time.Instant;

/** All that is kept under the home key of a parcel. Owned by one thread. */
public final class Home {
    private static final int WIRE_VERSION = 2;

    /** Homes of the first release: without the progress of a novedad. */
    private static final int FIRST_VERSION = 1;

    private final MerchantId merchant;
    private final SeenIds seen;
    private final ParcelState parcel;
    private final IssueProgress progress;
    private final OutcomeLedger ledger;
    private final Outbox outbox;
    private long reviewAtMs = StateRow.NEVER;
    private boolean notified;
    private boolean watched;
    private boolean delayNoted;
    private int issuesDecided;
    private long firstDecision;
    private long openingDecision;
    private long lastDecision;

    Home(MerchantId merchant) {
        this(merchant, new SeenIds(), new ParcelState(), new IssueProgress(), new OutcomeLedger(), new Outbox());
    }

    private Home(
            MerchantId merchant,
            SeenIds seen,
            ParcelState parcel,
            IssueProgress progress,
            OutcomeLedger ledger,
            Outbox outbox) {
        this.merchant = merchant;
        this.seen = seen;
        this.parcel = parcel;
        this.progress = progress;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    public MerchantId merchant() {
        return merchant;
    }

    public ParcelState parcel() {
        return parcel;
    }

    /** How far its novedad was dealt with. */
    public IssueProgress progress() {
        return progress;
    }

    public OutcomeLedger ledger() {
        return ledger;
    }

    public Outbox outbox() {
        return outbox;
    }

    SeenIds seen() {
        return seen;
    }

    /** When the parcel is looked at again by itself, or {@link StateRow#NEVER}. */
    public long reviewAtMs() {
        return reviewAtMs;
    }

    void reviewAt(long atMs) {
        reviewAtMs = atMs;
    }

    /** True if a message to the customer about this parcel was decided. */
    public boolean isNotified() {
        return notified;
    }

    void noteNotified() {
        notified = true;
    }

    /** True if people were asked to keep an eye on it. */
    public boolean isWatched() {
        return watched;
    }

    void noteWatched() {
        watched = true;
    }

    boolean isDelayNoted() {
        return delayNoted;
    }

    void noteDelay() {
        delayNoted = true;
    }

    /** The number of the last novedad for which an answer was decided. */
    int issuesDecided() {
        return issuesDecided;
    }

    void noteIssueDecided() {
        issuesDecided = parcel.issues();
    }

    /** The id of the last decision about this parcel, or 0. */
    public long lastDecision() {
        return lastDecision;
    }

    /** The id of the first decision about this parcel, or 0. */
    public long firstDecision() {
        return firstDecision;
    }

    /** The id of the decision from which on the shipment teaches: the first once its carrier is known; or 0. */
    public long openingDecision() {
        return openingDecision;
    }

    void noteDecision(long decisionId, boolean opens) {
        openingDecision = openingDecision == 0 && opens ? decisionId : openingDecision;
        firstDecision = firstDecision == 0 ? decisionId : firstDecision;
        lastDecision = decisionId;
    }

    /** Epoch milliseconds until when the parcel should come, or {@link StateRow#NEVER}. */
    long promisedMs() {
        Instant promised = parcel.facts().promisedAt();
        return promised == null ? StateRow.NEVER : promised.toEpochMilli();
    }

    /** True if the parcel is past its promise and nobody was told. */
    boolean isDelayDue(long nowMs) {
        return !delayNoted && !parcel.isHistorical() && !parcel.state().isEnd() && nowMs > promisedMs();
    }

    /** True if the open novedad wants its next step. */
    boolean isStepDue(long nowMs) {
        return parcel.hasOpenIssue() && !parcel.isHistorical() && progress.stepAtMs() <= nowMs;
    }

    /** 2 if an effect's fate is unknown, 1 if a novedad or an approval waits, else 0. */
    int attention() {
        return outbox.hasUnknown() ? 2 : parcel.hasOpenIssue() || outbox.waitsForApproval() ? 1 : 0;
    }

    /** Epoch milliseconds when a tick must look at this key, or {@link StateRow#NEVER}. */
    long dueMs() {
        return Math.min(outbox.dueMs(), ownDueMs());
    }

    /** As {@link #dueMs()}, but without effects that this process has handed over already. */
    long nextLookMs() {
        return Math.min(outbox.nextLookMs(), ownDueMs());
    }

    private long ownDueMs() {
        long due = ledger.dueMs();
        if (!parcel.state().isEnd()) {
            due = Math.min(due, reviewAtMs);
            due = parcel.hasOpenIssue() ? Math.min(due, progress.stepAtMs()) : due;
            if (!delayNoted && !parcel.isHistorical() && promisedMs() != StateRow.NEVER) {
                due = Math.min(due, promisedMs() + 1);
            }
        }
        return due;
    }

    /** Takes over what another record of the same parcel has, when two numbers turn out to mean one parcel. */
    void absorb(Home other) {
        seen.addAll(other.seen);
        parcel.absorb(other.parcel);
        ledger.absorb(other.ledger);
        outbox.absorb(other.outbox);
        notified |= other.notified;
        watched |= other.watched;
        delayNoted |= other.delayNoted;
        issuesDecided = Math.max(issuesDecided, other.issuesDecided);
        firstDecision = earlier(firstDecision, other.firstDecision);
        openingDecision = earlier(openingDecision, other.openingDecision);
        lastDecision = Math.max(lastDecision, other.lastDecision);
    }

    private static long earlier(long a, long b) {
        return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
    }

    void write(WireWriter out) {
        out.octet(WIRE_VERSION).text(merchant.value());
        seen.write(out);
        parcel.write(out);
        progress.write(out);
        ledger.write(out);
        outbox.write(out);
        out.varint(reviewAtMs).octet((notified ? 1 : 0) | (watched ? 2 : 0) | (delayNoted ? 4 : 0));
        out.varint(issuesDecided).varint(firstDecision).varint(lastDecision);
        out.varint(openingDecision);
    }

    static Home read(WireReader in) {
        int version = in.octet();
        if (version != FIRST_VERSION) {
            WireVersions.require("home state", version, WIRE_VERSION);
        }
        Home home = new Home(
                new MerchantId(in.text()),
                SeenIds.read(in),
                ParcelState.read(in),
                version == FIRST_VERSION ? new IssueProgress() : IssueProgress.read(in),
                OutcomeLedger.read(in),
                Outbox.read(in));
        home.reviewAtMs = in.varint();
        int flags = in.octet();
        home.notified = (flags & 1) != 0;
        home.watched = (flags & 2) != 0;
        home.delayNoted = (flags & 4) != 0;
        home.issuesDecided = in.varintAsInt();
        home.firstDecision = in.varint();
        home.lastDecision = in.varint();
        home.openingDecision = version == FIRST_VERSION ? home.firstDecision : in.varint();
        return home;
    }
}
