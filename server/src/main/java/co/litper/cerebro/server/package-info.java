/**
 * One installation: the only place where parts are put together, by plain constructors, and the only {@code main}.
 *
 * <p>In: a data folder, a configuration. Out: {@link co.litper.cerebro.server.Installation}, which runs the loop, and the
 * command line.
 */
@NullMarked
package co.litper.cerebro.server;

import org.jspecify.annotations.NullMarked;
