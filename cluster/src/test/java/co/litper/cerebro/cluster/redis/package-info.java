/** Tests against a real Redis, a process that starts once and is shared by all of them. */
@NullMarked
package co.litper.cerebro.cluster.redis;

import org.jspecify.annotations.NullMarked;
