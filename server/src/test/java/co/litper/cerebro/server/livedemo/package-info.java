/** Tests of the living world. */
@NullMarked
package co.litper.cerebro.server.livedemo;

import org.jspecify.annotations.NullMarked;
