/** Tests against a real PostgreSQL, a process that starts once and is shared by all of them. */
@NullMarked
package co.litper.cerebro.cluster.postgres;

import org.jspecify.annotations.NullMarked;
