/**
 * Change data capture: what happens in the tables of a shop's PostgreSQL becomes deliveries of a webhook source, which a mapping
 * file turns into events as it does for any platform.
 *
 * <p>In: the write-ahead log of the shop's database, through Debezium. Out: changes, first those that stood there (snapshot), then
 * those that follow, each at least once and in the order of the database. Start with {@link
 * co.litper.cerebro.cluster.debezium.ChangeStream}.
 */
@NullMarked
package co.litper.cerebro.cluster.debezium;

import org.jspecify.annotations.NullMarked;
