/**
 * What tests of every module share: seeded generators of events, and (in {@code contract}) the suites that each
 * implementation of a port runs.
 *
 * <p>In: a seed. Out: the same events on every machine. Nothing of a generated event tells of a real person.
 */
@NullMarked
package co.litper.cerebro.testkit;

import org.jspecify.annotations.NullMarked;
