package co.litper.cerebro.message;

import java.util.Optional;

/**
 * What was read in a message. No text of the customer.
 *
 * @param intent what is wanted; {@code OTHER} if that could not be told
 * @param confidence calibrated probability that the likeliest intent is right, 0 to 1, whether it was taken or not
 * @param isSure false if no intent was likely enough to be taken
 * @param sentiment the mood
 * @param when the time of day and day that are named, or empty
 * @param hasAddress true if an address or a part of one is in it
 */
public record Reading(
        Intent intent,
        double confidence,
        boolean isSure,
        Sentiment sentiment,
        Optional<When> when,
        boolean hasAddress) {}
