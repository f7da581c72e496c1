/**
 * The memory of an installation: filled from its log, kept in its folder, asked by people. Derived: the folder {@code memory} can be
 * deleted, and is made again from the log.
 */
@NullMarked
package co.litper.cerebro.server.memory;

import org.jspecify.annotations.NullMarked;
