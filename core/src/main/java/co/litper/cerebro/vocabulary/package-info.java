/**
 * The small values that every package shares: ids, money, states, reasons, actions, outcomes, rewards.
 *
 * <p>In: nothing. Out: immutable records and enums, validated when made. Words are those of {@code docs/GLOSSARY.md}.
 */
@NullMarked
package co.litper.cerebro.vocabulary;

import org.jspecify.annotations.NullMarked;
