/** What the page of learning reads. */
@NullMarked
package co.litper.cerebro.server.face.learning;

import org.jspecify.annotations.NullMarked;
