/** Tests of what platforms tell by webhook. */
@NullMarked
package co.litper.cerebro.server.webhook;

import org.jspecify.annotations.NullMarked;
