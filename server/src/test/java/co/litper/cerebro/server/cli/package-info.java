/** Tests of the command line, in the same process. */
@NullMarked
package co.litper.cerebro.server.cli;

import org.jspecify.annotations.NullMarked;
