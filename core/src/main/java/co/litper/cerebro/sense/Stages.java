package co.litper.cerebro.sense;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.IssueProgress;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.Duration;
import java.time.Instant;

/** Reads from a parcel where its novedad stands. */
final class Stages {
    /** Less than this is too short for a message and its reply. */
    private static final long SHORT_MS = Duration.ofHours(6).toMillis();

    /** Most who answer a message do so within this. */
    private static final Duration REPLY = Duration.ofHours(16);

    private Stages() {}

    static IssueStage of(ParcelState parcel, IssueProgress progress, long nowMs, AnswerDeadlines deadlines) {
        IssueReason reason = parcel.issue();
        return new IssueStage(
                reason == null ? IssueReason.OTHER : reason,
                Math.clamp(parcel.issues(), 1, IssueStage.MOST_ISSUES),
                progress.reply(),
                Math.min(progress.contacts(), IssueStage.MOST_CONTACTS),
                progress.isReplyPending(nowMs, REPLY),
                patience(parcel, nowMs, deadlines),
                progress.since());
    }

    private static Patience patience(ParcelState parcel, long nowMs, AnswerDeadlines deadlines) {
        long from = parcel.issueAtMs() == ParcelState.NO_TIME ? nowMs : parcel.issueAtMs();
        long until =
                deadlines.answerBy(parcel.carrier(), Instant.ofEpochMilli(from)).toEpochMilli();
        long left = until - nowMs;
        if (left < SHORT_MS) {
            return Patience.NONE;
        }
        return left * 2 <= until - from ? Patience.SOME : Patience.MUCH;
    }
}
