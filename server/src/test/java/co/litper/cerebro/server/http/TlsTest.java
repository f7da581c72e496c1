package co.litper.cerebro.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An encrypted port, with a key that the JDK's own tool makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private static final String PASSWORD = "a password of the tests";

    @TempDir
    private static Path folder;

    private KeyStore keys;

    @BeforeAll
    void makeKeys() throws Exception {
        Path store = folder.resolve("keys.p12");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isZero();
        keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Files.writeString(
                folder.resolve("keys.pem"),
                block("PRIVATE KEY", keys.getKey("a", PASSWORD.toCharArray()).getEncoded())
                        + block("CERTIFICATE", keys.getCertificate("a").getEncoded()));
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static RunningService start(Path data, String file) {
        HttpOptions plain = RunningService.options();
        return RunningService.start(
                data,
                new HttpOptions(
                        "127.0.0.1",
                        0,
                        Optional.of(new HttpOptions.Tls(folder.resolve(file), file.endsWith("p12") ? PASSWORD : "")),
                        plain.maxConnections(),
                        plain.idle(),
                        0,
                        plain.merchant(),
                        plain.farewell()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys.p12", "keys.pem"})
    void theServiceSpeaksTlsAndSetsSecureCookies(String file, @TempDir Path data) throws Exception {
        try (RunningService service = start(data, file);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting()).build()) {
            URI address = service.address();
            assertThat(address.getScheme()).isEqualTo("https");
            HttpRequest session = HttpRequest.newBuilder(address.resolve("session"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"key\":\"viewer\"}"))
                    .build();
            HttpResponse<String> reply = client.send(session, BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        }
    }

    @Test
    void whoSpeaksPlainlyOrByAnOldProtocolOrDoesNotTrustTheKeyGetsNothing(@TempDir Path data) throws Exception {
        try (RunningService service = start(data, "keys.p12");
                HttpClient stranger = HttpClient.newHttpClient()) {
            URI address = service.address();
            URI plain = URI.create("http://127.0.0.1:" + address.getPort() + "/health/live");
            assertThatThrownBy(() -> stranger.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(
                            () -> stranger.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
            try (SSLSocket old =
                    (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", address.getPort())) {
                old.setEnabledProtocols(new String[] {"TLSv1.1"});
                assertThatThrownBy(old::startHandshake).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void whatCannotBeReadAsKeysStopsTheStart() throws Exception {
        Files.writeString(folder.resolve("bad.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        HttpOptions.Tls wrong = new HttpOptions.Tls(folder.resolve("keys.p12"), "wrong");
        HttpOptions.Tls broken = new HttpOptions.Tls(folder.resolve("bad.pem"), "");
        assertThatThrownBy(() -> TlsKeys.load(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> TlsKeys.load(broken)).isInstanceOf(IllegalArgumentException.class);
    }
}
