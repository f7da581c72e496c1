package co.litper.cerebro.event;

import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.vocabulary.Reward;

/** What the brain learned of what it did. */
public sealed interface LearningEvent extends Event {

    /**
     * An outcome was joined to a decision, or its window closed.
     *
     * @param decisionId the decision
     * @param outcome what came of it
     * @param reward what it was worth, pesos included
     * @param late true if the parcel came after its promise
     * @param hadIssue true if a novedad was reported after the decision
     * @param transitDays days from the parcel's start to its end, or NaN if it has not ended
     * @param complete false if a later outcome may still correct it
     */
    record FeedbackReceived(
            long decisionId,
            Outcome outcome,
            Reward reward,
            boolean late,
            boolean hadIssue,
            double transitDays,
            boolean complete)
            implements LearningEvent {
        @Override
        public EventType type() {
            return EventType.FEEDBACK_RECEIVED;
        }
    }

    /** A learner took in {@code samples} outcomes since its last version. */
    record LearningCompleted(String learner, long version, long samples) implements LearningEvent {
        @Override
        public EventType type() {
            return EventType.LEARNING_COMPLETED;
        }
    }
}
