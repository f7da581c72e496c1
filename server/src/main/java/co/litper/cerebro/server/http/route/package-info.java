/**
 * The vocabulary in which endpoints are written, so that none of them meets the server's own types.
 *
 * <p>In: nothing of ours but values. Out: {@link co.litper.cerebro.server.http.route.Route}, {@link
 * co.litper.cerebro.server.http.route.Call} and the problems that a call can end with.
 */
@NullMarked
package co.litper.cerebro.server.http.route;

import org.jspecify.annotations.NullMarked;
