/**
 * The service: endpoints on Jetty, with what stands before each of them: keys, rates, limits, repeats, deadlines, counts.
 *
 * <p>In: an installation, a configuration, a gate. Out: {@link co.litper.cerebro.server.http.HttpService}, which listens until
 * it is stopped and then lets every call end.
 */
@NullMarked
package co.litper.cerebro.server.http;

import org.jspecify.annotations.NullMarked;
