/** Online learning and statistics for the JVM; knows nothing of logistics. */
@NullMarked
package co.litper.cerebro.learners;

import org.jspecify.annotations.NullMarked;
