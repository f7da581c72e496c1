/**
 * What operators see of the service: figures for Prometheus and log lines in JSON, both without personal data.
 *
 * <p>In: what the service does. Out: {@link co.litper.cerebro.server.http.observe.Meters} and {@link
 * co.litper.cerebro.server.http.observe.ServiceLog}.
 */
@NullMarked
package co.litper.cerebro.server.http.observe;

import org.jspecify.annotations.NullMarked;
