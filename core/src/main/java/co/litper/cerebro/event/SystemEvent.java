package co.litper.cerebro.event;

import co.litper.cerebro.vocabulary.Action;
import java.time.Instant;

/** What the brain, its machines and its people did: recorded facts, never decided again. */
public sealed interface SystemEvent extends Event {

    /** A new version of a model was trained on {@code samples} matured outcomes. */
    record ModelTrained(String model, long version, long samples) implements SystemEvent {
        @Override
        public EventType type() {
            return EventType.MODEL_TRAINED;
        }
    }

    /** A version of a model was put to work. */
    record ModelDeployed(String model, long version) implements SystemEvent {
        @Override
        public EventType type() {
            return EventType.MODEL_DEPLOYED;
        }
    }

    /**
     * A measured value left its expected range.
     *
     * @param severity 0 (odd) to 1 (grave)
     */
    record AnomalyDetected(String metric, double value, double severity) implements SystemEvent {
        @Override
        public EventType type() {
            return EventType.ANOMALY_DETECTED;
        }
    }

    /**
     * How an effect fared at its channel.
     *
     * @param effectId the effect
     * @param action what it does
     * @param channel the channel's name
     * @param status what became of it
     * @param result how it went where people tell more than the status, such as {@code no_answer}, {@code hung_up},
     *     {@code wrong_number} or {@code answered}; else empty
     */
    record ActionExecuted(long effectId, Action action, String channel, EffectStatus status, String result)
            implements SystemEvent {
        /** The effect of what people did without being asked. */
        public static final long NO_EFFECT = 0;

        /** What the status tells, and no more. */
        public ActionExecuted(long effectId, Action action, String channel, EffectStatus status) {
            this(effectId, action, channel, status, "");
        }

        @Override
        public EventType type() {
            return EventType.ACTION_EXECUTED;
        }
    }

    /** The host's clock: only this fires deadlines, windows and contact hours. */
    record Tick(Instant at) implements SystemEvent {
        @Override
        public EventType type() {
            return EventType.TICK;
        }
    }

    /**
     * From here on this shard decides with another snapshot.
     *
     * @param version the snapshot's number, rising by one
     * @param digest 64-bit hash of its bytes
     * @param learnedThrough the position of the last outcome that it has learned from
     */
    record SnapshotPublished(long version, long digest, long learnedThrough) implements SystemEvent {
        @Override
        public EventType type() {
            return EventType.SNAPSHOT_PUBLISHED;
        }
    }

    /**
     * A person answered a proposal. The first answer counts.
     *
     * @param decisionId the decision
     * @param choice which of its choices, from 0
     * @param approved true for yes
     * @param by the user's id
     */
    record ApprovalGiven(long decisionId, int choice, boolean approved, String by) implements SystemEvent {
        @Override
        public EventType type() {
            return EventType.APPROVAL_GIVEN;
        }
    }

    /**
     * A slow thought about a decision came to its end. Replay takes this answer and never asks again.
     *
     * @param decisionId the decision that was thought about
     * @param end how it ended
     * @param action what is advised; {@code NONE} unless advised, and then perhaps
     * @param confidence that the reasoner says it has, 0 to 1
     * @param model which model thought
     * @param inputTokens read
     * @param outputTokens written
     * @param costCop what it cost, pesos, at least 0
     */
    record ThoughtReturned(
            long decisionId,
            ThoughtEnd end,
            Action action,
            double confidence,
            String model,
            long inputTokens,
            long outputTokens,
            long costCop)
            implements SystemEvent {
        public ThoughtReturned {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence must be 0 to 1, is " + confidence);
            }
            if (inputTokens < 0 || outputTokens < 0 || costCop < 0) {
                throw new IllegalArgumentException("tokens and costCop must be at least 0, are " + inputTokens + ", "
                        + outputTokens + " and " + costCop);
            }
        }

        @Override
        public EventType type() {
            return EventType.THOUGHT_RETURNED;
        }
    }

    /** A setting that decisions depend on was changed. */
    record ConfigurationChanged(String key, String value, String by) implements SystemEvent {
        @Override
        public EventType type() {
            return EventType.CONFIGURATION_CHANGED;
        }
    }
}
