package co.litper.cerebro.server.http;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.Json;
import io.javalin.config.JavalinConfig;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How Jetty listens: one connector, strict about what it reads, patient with nobody. */
final class JettySetup {
    private static final int HEADER_BYTES = 16 * 1024;

    private static final int SELECTORS = 1;
    private static final int ACCEPTORS = 0;
    private static final int ACCEPT_QUEUE = 1_024;

    private JettySetup() {}

    static void apply(JavalinConfig config, HttpOptions options, Consumer<ServerConnector> made) {
        config.concurrency.useVirtualThreads = true;
        config.jetty.host = options.host();
        config.jetty.port = options.port();
        config.jetty.modifyHttpConfiguration(JettySetup::http);
        config.jetty.modifyServer(server -> server.setErrorHandler(new ProblemErrors()));
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = connector(server, http, options);
            made.accept(connector);
            return connector;
        });
    }

    private static void http(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setRelativeRedirectAllowed(true);
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, HttpOptions options) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector = options.tls()
                .map(tls -> {
                    http.addCustomizer(new SecureRequestCustomizer());
                    SslContextFactory.Server keys = TlsKeys.load(tls);
                    return new ServerConnector(
                            server, ACCEPTORS, SELECTORS, new SslConnectionFactory(keys, plain.getProtocol()), plain);
                })
                .orElseGet(() -> new ServerConnector(server, ACCEPTORS, SELECTORS, plain));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.idle().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.addBean(new SlowHeaders(options.idle()));
        server.addBean(new NetworkConnectionLimit(options.maxConnections(), connector));
        return connector;
    }

    /**
     * What Jetty refuses by itself is told as a problem too. Jetty closes most such connections, and a client that is not told so
     * would lose its next call on one.
     */
    private static final class ProblemErrors extends ErrorHandler {
        private static final String CLOSE = "close";

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            byte[] body = body(response.getStatus());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, ApiProblem.MEDIA_TYPE);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put(HttpHeader.CONNECTION, CLOSE);
            Content.Sink.write(response, true, new String(body, java.nio.charset.StandardCharsets.UTF_8), callback);
            return true;
        }

        @Override
        @SuppressWarnings("removal") // still what Jetty calls
        public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
            fields.put(HttpHeader.CONTENT_TYPE, ApiProblem.MEDIA_TYPE);
            fields.put(HttpHeader.CONNECTION, CLOSE);
            return ByteBuffer.wrap(body(status));
        }

        private static byte[] body(int status) {
            return Json.bytes(ApiProblem.ofStatus(status, Problems.told(status)).json("none"));
        }
    }
}
