/** Tests against the write-ahead log of a real PostgreSQL. */
@NullMarked
package co.litper.cerebro.cluster.debezium;

import org.jspecify.annotations.NullMarked;
