package co.litper.cerebro.adapters.xgboost;

import org.jspecify.annotations.Nullable;

/** A model that is damaged, or that the scorer would not answer like XGBoost does; the message says which. */
public final class UnreadableModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UnreadableModelException(String message) {
        this(message, null);
    }
}
