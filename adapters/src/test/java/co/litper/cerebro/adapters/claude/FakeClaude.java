package co.litper.cerebro.adapters.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in for the Messages API on this machine: answers by script, and keeps every call that it got. */
final class FakeClaude implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Answers a call. */
    interface Script {
        void answer(JsonNode call, int number, Reply reply) throws IOException;
    }

    FakeClaude(Script script) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/messages", exchange -> {
            JsonNode call = JSON.readTree(exchange.getRequestBody());
            calls.add(call);
            script.answer(call, calls.size(), new Reply(exchange, closing));
        });
        server.start();
    }

    /** One call's way back. */
    record Reply(HttpExchange exchange, CountDownLatch closing) {
        /** A message that calls a tool. */
        void tool(String name, Map<String, Object> input) throws IOException {
            message("tool_use", Map.of("type", "tool_use", "id", "toolu_1", "name", name, "input", input));
        }

        void decide(String action, double confidence) throws IOException {
            tool(Tools.DECIDE, Map.of("accion", action, "confianza", confidence));
        }

        void lookUp(String source) throws IOException {
            tool(Tools.LOOK_UP, Map.of("fuente", source));
        }

        void text(String words, String stop) throws IOException {
            message(stop, Map.of("type", "text", "text", words));
        }

        void message(String stop, Map<String, Object> block) throws IOException {
            ObjectNode message = JSON.createObjectNode()
                    .put("id", "msg_1")
                    .put("type", "message")
                    .put("role", "assistant")
                    .put("model", "claude-test")
                    .put("stop_reason", stop);
            message.putNull("stop_sequence");
            message.putArray("content").add(JSON.valueToTree(block));
            message.putObject("usage")
                    .put("input_tokens", 1_000)
                    .put("output_tokens", 50)
                    .put("cache_creation_input_tokens", 0)
                    .put("cache_read_input_tokens", 2_000);
            raw(OK, message.toString());
        }

        void error(int status, Map<String, String> headers) throws IOException {
            headers.forEach(exchange.getResponseHeaders()::add);
            raw(status, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");
        }

        void raw(int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }

        /** Says nothing as long as the fake lives. */
        void hang() {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        }

        /** Begins an answer that never ends. */
        void dribble() throws IOException {
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(OK, 0);
            exchange.getResponseBody().write("{\"id\":\"msg".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            hang();
        }

        /** Breaks off in the midst of an answer. */
        void breakOff() throws IOException {
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(OK, 1_000);
            exchange.getResponseBody().write("{\"id\":\"msg_1\",\"typ".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was sent, call by call. */
    List<JsonNode> calls() {
        return calls;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
