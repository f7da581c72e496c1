package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send slowly, or what nobody wants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsOverHttpTest {
    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) {
        Duration silence = Duration.ofMillis(1_000);
        service = RunningService.start(
                folder,
                new HttpOptions("127.0.0.1", 0, Optional.empty(), 200, silence, 0, RunningService.MERCHANT, false));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aBodyThatStopsComingIsGivenUp() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer operator\r\n"
                                    + "Content-Type: application/cloudevents+json\r\nContent-Length: 5000\r\n\r\n{")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("too-slow");
        }
    }

    /** Bytes that come now and then, each before the connection counts as silent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Long: ",
                "POST /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer operator\r\n"
                        + "Content-Type: application/cloudevents+json\r\nContent-Length: 5000\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer operator\r\n"
                        + "Content-Type: text/csv\r\nContent-Length: 5000\r\n\r\n"
            })
    void whatTricklesIsGivenUpThoughItNeverFallsSilent(String beginning) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(100);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            boolean open = true;
            int answer = 0;
            for (int drops = 0; drops < 300 && open; drops++) {
                try {
                    socket.getOutputStream().write('a');
                    answer = socket.getInputStream().read(new byte[4_096]);
                    open = false; // an answer, or the end
                } catch (SocketTimeoutException silent) {
                    open = true; // and the next drop
                } catch (IOException closed) {
                    open = false;
                }
            }
            assertThat(open).as("still taken after 30 s, answered " + answer).isFalse();
        }
    }

    @Test
    void anAnswerIsNotLostThoughNobodyWantedTheBody() throws Exception {
        String head = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer viewer\r\nContent-Type: text/plain\r\n"
                + "Content-Length: 40000\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", service.address().getPort())) {
            socket.setSoTimeout(20_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String unwanted : List.of("GET /api/v1/me", "PUT /api/v1/pauses/all", "POST /api/v1/events")) {
                socket.getOutputStream().write((unwanted + head).getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write("x".repeat(40_000).getBytes(StandardCharsets.ISO_8859_1));
                String status = in.readLine();
                assertThat(status).as(unwanted).matches("HTTP/1\\.1 (200|403).*");
                int length = 0;
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    assertThat(line).isNotEqualToIgnoringCase("connection: close");
                    if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                        length = Integer.parseInt(line.substring("content-length: ".length()));
                    }
                }
                in.skip(length);
            }
        }
    }
}
