/** Tests of what an installation does about slow thinking. */
@NullMarked
package co.litper.cerebro.server.thinking;

import org.jspecify.annotations.NullMarked;
