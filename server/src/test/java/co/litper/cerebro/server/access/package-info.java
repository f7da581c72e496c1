/** Tests of who may do what. */
@NullMarked
package co.litper.cerebro.server.access;

import org.jspecify.annotations.NullMarked;
