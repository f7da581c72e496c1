/**
 * Brings files into the log: exports of Dropi, CloudEvents as NDJSON, tables of tariffs.
 *
 * <p>In: a file of any size. Out: events through the running loop, people into the vault, what breaks its contract into the
 * dead letters, and an account of all of it. The same row again is the same event, whatever file or line it stands in.
 */
@NullMarked
package co.litper.cerebro.server.ingest;

import org.jspecify.annotations.NullMarked;
