/** Examples that fit on a page, compiled and run by the build. In: a seed. Out: a line that tells what was found. */
@NullMarked
package co.litper.cerebro.learners.uplift;

import org.jspecify.annotations.NullMarked;
