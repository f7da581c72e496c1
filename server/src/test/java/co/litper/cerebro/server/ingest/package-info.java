/** Tests of the mapping of rows. */
@NullMarked
package co.litper.cerebro.server.ingest;

import org.jspecify.annotations.NullMarked;
