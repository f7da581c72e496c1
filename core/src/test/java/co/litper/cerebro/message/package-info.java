/** Tests of reading, on sentences that the reader was not taught. */
@NullMarked
package co.litper.cerebro.message;

import org.jspecify.annotations.NullMarked;
