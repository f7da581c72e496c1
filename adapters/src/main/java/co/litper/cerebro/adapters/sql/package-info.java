/**
 * What databases of SQL have in common: a connection with its prepared statements, and the port of tables that are read from.
 * In: a JDBC connection and, where a database speaks a dialect, how its words differ. Out: {@link
 * co.litper.cerebro.adapters.sql.ReadTables}, the same questions on SQLite in one process and on PostgreSQL in a cluster.
 */
@NullMarked
package co.litper.cerebro.adapters.sql;

import org.jspecify.annotations.NullMarked;
