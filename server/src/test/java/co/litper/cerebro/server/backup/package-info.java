/** Tests of copies of a running store. */
@NullMarked
package co.litper.cerebro.server.backup;

import org.jspecify.annotations.NullMarked;
