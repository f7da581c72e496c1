/** Tests of what endpoints share. */
@NullMarked
package co.litper.cerebro.server.http.api;

import org.jspecify.annotations.NullMarked;
