/**
 * What happens, told to open pages while it happens: server-sent events with parts of pages, which the browser puts in place.
 *
 * <p>In: the log. Out: a stream ({@link co.litper.cerebro.server.face.live.LiveFeed}).
 */
@NullMarked
package co.litper.cerebro.server.face.live;

import org.jspecify.annotations.NullMarked;
