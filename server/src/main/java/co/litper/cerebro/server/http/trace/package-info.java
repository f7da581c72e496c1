/**
 * Traces of calls in the sense of OpenTelemetry, off unless the configuration names a collector. Spans tell operations, never
 * addresses or bodies, so that none tells of a person.
 *
 * <p>In: calls as they begin, and the steps inside them. Out: spans by OTLP over HTTP, in JSON.
 */
@NullMarked
package co.litper.cerebro.server.http.trace;

import org.jspecify.annotations.NullMarked;
