/**
 * The compact binary form of a learner: kind, version, payload, checksum.
 *
 * <p>In: the numbers a learner holds. Out: {@code byte[]}, and back, or a
 * {@link co.litper.cerebro.learners.snapshot.SnapshotException} that says what is wrong.
 */
@NullMarked
package co.litper.cerebro.learners.snapshot;

import org.jspecify.annotations.NullMarked;
