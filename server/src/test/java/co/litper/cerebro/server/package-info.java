/** A story told by hand and approved pages, shared by the tests of what people get. */
@NullMarked
package co.litper.cerebro.server;

import org.jspecify.annotations.NullMarked;
