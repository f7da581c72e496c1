/** The dashboard, as people meet it: in a browser. */
@NullMarked
package co.litper.cerebro.server.face;

import org.jspecify.annotations.NullMarked;
