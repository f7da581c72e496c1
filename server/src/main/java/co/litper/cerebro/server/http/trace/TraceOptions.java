package co.litper.cerebro.server.http.trace;

import java.net.URI;

/**
 * Where traces go.
 *
 * @param collector takes OTLP over HTTP in JSON; often ends in {@code /v1/traces}
 * @param authorization the header that it wants, or empty
 * @param share how many of the calls that bring no trace of their own are followed, 0 to 1
 */
public record TraceOptions(URI collector, String authorization, double share) {
    @Override
    public String toString() {
        return "TraceOptions[" + collector + ", " + share + "]";
    }
}
