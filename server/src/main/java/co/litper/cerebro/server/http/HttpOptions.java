package co.litper.cerebro.server.http;

import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the service listens.
 *
 * @param host the address to bind
 * @param port 0 for any that is free
 * @param tls the keys of an encrypted port, or empty for a plain one
 * @param maxConnections open at a time; more wait in the system's queue
 * @param idle how long a connection may stay silent
 * @param callsPerSecond of one key; 0 for no limit
 * @param merchant whose data a key of all merchants sees if it names none
 * @param farewell true to stop in steps, so that every client in use learns of it by an answer; false to stop as soon as what runs has
 *     ended, for a service whose clients have ended before it
 */
public record HttpOptions(
        String host,
        int port,
        Optional<Tls> tls,
        int maxConnections,
        Duration idle,
        int callsPerSecond,
        MerchantId merchant,
        boolean farewell) {

    /**
     * Keys of an encrypted port.
     *
     * @param keystore a PKCS12 file, or a PEM file with the key and the chain of certificates
     * @param password of the file; empty for PEM
     */
    public record Tls(Path keystore, String password) {
        @Override
        public String toString() {
            return "Tls[" + keystore + "]";
        }
    }

    /** What a configuration says. */
    public static HttpOptions of(Configuration c) {
        String keystore = c.get("http.tls.keystore");
        return new HttpOptions(
                c.get("http.host"),
                Integer.parseInt(c.get("http.port")),
                keystore.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Tls(Path.of(keystore), c.get("http.tls.password"))),
                Integer.parseInt(c.get("http.max_connections")),
                Duration.ofMillis(Long.parseLong(c.get("http.idle_ms"))),
                Integer.parseInt(c.get("http.calls_per_second")),
                c.merchant(),
                true);
    }

    /** These at another address. */
    public HttpOptions at(String otherHost, int otherPort) {
        return new HttpOptions(otherHost, otherPort, tls, maxConnections, idle, callsPerSecond, merchant, farewell);
    }

    /** These with another rate. */
    public HttpOptions withCallsPerSecond(int calls) {
        return new HttpOptions(host, port, tls, maxConnections, idle, calls, merchant, farewell);
    }

    /** These for a service that stops after its clients. */
    public HttpOptions withoutFarewell() {
        return new HttpOptions(host, port, tls, maxConnections, idle, callsPerSecond, merchant, false);
    }
}
