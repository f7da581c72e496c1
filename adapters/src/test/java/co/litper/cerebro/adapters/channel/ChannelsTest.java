package co.litper.cerebro.adapters.channel;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.Channel.Result;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T15:00:00Z"));
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final Dispatch DISPATCH = new Dispatch(
            42,
            new MerchantId("m"),
            "home:7",
            new PersonRef("0123456789abcdef0123456789abcdef"),
            Action.NOTIFY_CUSTOMER,
            "",
            1_800_000_000_000L);

    @TempDir
    Path folder;

    @Test
    void aFileHoldsOneJsonObjectForEachEffectAndMendsALineThatWasCut() throws IOException {
        Path path = folder.resolve("out/effects.ndjson");
        try (FileChannel channel = new FileChannel(path, CLOCK)) {
            assertThat(channel.send(DISPATCH)).isEqualTo(Result.DONE);
            assertThat(channel.deduplicates()).isFalse();
        }
        Files.writeString(path, Files.readString(path) + "{\"cut");
        try (FileChannel channel = new FileChannel(path, CLOCK)) {
            assertThat(channel.send(DISPATCH)).isEqualTo(Result.DONE);
        }

        List<String> lines = Files.readAllLines(path);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).contains("\"key\":\"cerebro-42\"").contains("notify_customer");
    }

    @Test
    void aLogTellsTheEffectButNothingOfThePerson() throws IOException {
        Path path = folder.resolve("effects.log");
        try (LogChannel channel = new LogChannel(path, CLOCK)) {
            assertThat(channel.send(DISPATCH)).isEqualTo(Result.DONE);
        }

        assertThat(Files.readString(path)).contains("effect=42").doesNotContain("0123456789abcdef");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheEffectUnclear() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "x");
        try (FileChannel channel = new FileChannel(taken.resolve("effects"), CLOCK)) {
            assertThat(channel.send(DISPATCH)).isEqualTo(Result.UNCLEAR);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,true,DONE",
        "204,false,DONE",
        "409,true,DONE",
        "400,true,FAILED",
        "302,true,FAILED",
        "429,false,RETRY",
        "500,true,RETRY",
        "503,false,UNCLEAR"
    })
    void theAnswerOfAWebhookDecides(int status, boolean deduplicates, Result expected) throws IOException {
        List<String> keys = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try (WebhookChannel channel = webhook(server.getAddress().getPort(), deduplicates, PATIENT)) {
            assertThat(channel.send(DISPATCH)).isEqualTo(expected);
        } finally {
            server.stop(0);
        }
        assertThat(keys).containsExactly("cerebro-42");
    }

    @Test
    void aWebhookThatNobodyServesIsTriedAgain() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (WebhookChannel channel = webhook(free, true, PATIENT)) {
            assertThat(channel.send(DISPATCH)).isEqualTo(Result.RETRY);
        }
    }

    @Test
    void aWebhookThatNeverAnswersLeavesTheEffectUnclear() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WebhookChannel channel = webhook(silent.getLocalPort(), true, Duration.ofMillis(200))) {
            assertThat(channel.send(DISPATCH)).isEqualTo(Result.UNCLEAR);
        }
    }

    private static WebhookChannel webhook(int port, boolean deduplicates, Duration timeout) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        URI url = URI.create("http://" + host + ":" + port + "/hook");
        return new WebhookChannel(new WebhookChannel.Target(url, "", timeout, deduplicates), CLOCK);
    }
}
