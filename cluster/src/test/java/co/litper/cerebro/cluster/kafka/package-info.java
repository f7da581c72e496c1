/** Tests against a real broker, a process that starts once and is shared by all of them. */
@NullMarked
package co.litper.cerebro.cluster.kafka;

import org.jspecify.annotations.NullMarked;
