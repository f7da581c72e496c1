package co.litper.cerebro.adapters.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.act.Channel.Result;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that takes mail, and against one that speaks SMTP badly. */
class EmailChannelTest {
    private static final MerchantId MERCHANT = new MerchantId("m");
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private static final String FROM = "Mi tienda <tienda@example.com>";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InMemoryVault vault = InMemoryVault.withRandomSecret();
    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        post.start();
    }

    @AfterEach
    void stop() {
        post.stop();
    }

    private static MailServer server(int port, MailServer.Security security, String user, String password) {
        return new MailServer("127.0.0.1", port, security, user, password, FROM, PATIENCE);
    }

    private MailServer server() {
        return server(post.getSmtp().getPort(), MailServer.Security.NONE, "", "");
    }

    private Result send(MailServer server, PersonRef customer, Action action) {
        try (EmailChannel channel = new EmailChannel(
                server,
                (dispatch, person) -> Optional.of("Su pedido\r\nBcc: todos@example.com " + dispatch.number()),
                (dispatch, person) -> action == Action.ASK_ADDRESS
                        ? Optional.of("Hola " + person.name() + ",\n¿nos confirma la dirección?")
                        : Optional.empty(),
                () -> NOW)) {
            channel.reachBy(vault);
            return channel.send(new Dispatch(42, MERCHANT, "home:7", customer, action, "", Long.MAX_VALUE, "G1"));
        }
    }

    private PersonRef customer(String email) {
        PersonRef ref = vault.refer(MERCHANT, "3001112233");
        vault.put(Map.of(ref, new Person("Ana Muñoz", "3001112233", "", email, "")));
        return ref;
    }

    @Test
    void theCustomerGetsTheWordsUnderTheEffectsKeyAndNobodyElseDoes() throws Exception {
        assertThat(send(server(), customer("ana@example.org"), Action.ASK_ADDRESS))
                .isEqualTo(Result.DONE);

        MimeMessage[] taken = post.getReceivedMessages();
        assertThat(taken).hasSize(1);
        assertThat(taken[0].getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("Hola Ana Muñoz,\n¿nos confirma la dirección?");
        assertThat(taken[0].getSubject()).isEqualTo("Su pedido Bcc: todos@example.com G1");
        assertThat(taken[0].getAllRecipients()).extracting(Object::toString).containsExactly("ana@example.org");
        assertThat(taken[0].getFrom()).extracting(Object::toString).containsExactly(FROM);
        assertThat(taken[0].getMessageID()).isEqualTo("<cerebro-42@example.com>");
        assertThat(taken[0].getSentDate().toInstant()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no es un correo",
                "a@example.org, b@example.org",
                "ana@example.org\r\nBcc: todos@example.com",
                "Ana <ana@example.org>, todos@example.com",
                "@example.org"
            })
    void anAddressThatIsNotOneAddressIsRefusedForGood(String email) {
        assertThat(send(server(), customer(email), Action.ASK_ADDRESS)).isEqualTo(Result.FAILED);
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoIsErasedAndAnActionWithoutWordsAreRefusedForGood() {
        PersonRef ana = customer("ana@example.org");
        assertThat(send(server(), ana, Action.REDELIVER)).isEqualTo(Result.FAILED);
        vault.erase(ana);
        assertThat(send(server(), ana, Action.ASK_ADDRESS)).isEqualTo(Result.FAILED);
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    void aLoginIsGivenAndOneThatIsRefusedIsTriedAgainLater() {
        post.setUser("tienda@example.com", "tienda", "clave");
        PersonRef ana = customer("ana@example.org");
        int port = post.getSmtp().getPort();

        assertThat(send(server(port, MailServer.Security.NONE, "tienda", "otra"), ana, Action.ASK_ADDRESS))
                .isEqualTo(Result.RETRY);
        assertThat(send(server(port, MailServer.Security.NONE, "tienda", "clave"), ana, Action.ASK_ADDRESS))
                .isEqualTo(Result.DONE);
        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nothingIsSaidToAServerThatCannotKeepItSecret() {
        int port = post.getSmtp().getPort();

        assertThat(send(
                        server(port, MailServer.Security.STARTTLS, "", ""),
                        customer("ana@example.org"),
                        Action.ASK_ADDRESS))
                .isEqualTo(Result.RETRY);
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        int port = post.getSmtp().getPort();
        post.stop();

        assertThat(send(
                        server(port, MailServer.Security.NONE, "", ""),
                        customer("ana@example.org"),
                        Action.ASK_ADDRESS))
                .isEqualTo(Result.RETRY);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 no such mailbox,FAILED",
        "RCPT,450 mailbox busy,RETRY",
        "MAIL,553 sender refused,FAILED",
        "DATA,452 too many,RETRY",
        "'.',554 looks like spam,FAILED",
        "'.',451 try later,RETRY",
        "'.','',UNCLEAR"
    })
    void whatTheServerAnswersDecidesWhetherItIsTriedAgain(String at, String answer, Result expected) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> speak(socket, at, answer));
            assertThat(send(
                            server(socket.getLocalPort(), MailServer.Security.NONE, "", ""),
                            customer("ana@example.org"),
                            Action.ASK_ADDRESS))
                    .isEqualTo(expected);
            server.join();
        }
    }

    /** Says yes to all but {@code at}, where it gives {@code answer}, or hangs up if that is empty. */
    private static void speak(ServerSocket socket, String at, String answer) {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 ready");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = data ? line : line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                if (data && !line.equals(".")) {
                    continue;
                }
                if (word.equals(at)) {
                    if (answer.isEmpty()) {
                        return;
                    }
                    say(client, answer);
                } else {
                    say(client, word.equals("DATA") ? "354 go on" : word.equals("QUIT") ? "221 bye" : "250 yes");
                    data = word.equals("DATA");
                    continue;
                }
                data = false;
            }
        } catch (java.io.IOException e) {
            // The client hung up.
        }
    }

    private static void say(Socket client, String line) throws java.io.IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Test
    void beforeItKnowsWherePeopleAreItSendsNothingAndAsksAgain() {
        try (EmailChannel channel =
                new EmailChannel(server(), (d, p) -> Optional.empty(), (d, p) -> Optional.empty(), () -> NOW)) {
            assertThat(channel.send(new Dispatch(
                            1, MERCHANT, "home:7", PersonRef.NONE, Action.ASK_ADDRESS, "", Long.MAX_VALUE)))
                    .isEqualTo(Result.RETRY);
        }
    }

    @Test
    void aServerWithoutHostOrSenderIsNoneAndNothingSaysThePassword() {
        assertThatThrownBy(() -> new MailServer("", 25, MailServer.Security.NONE, "", "", FROM, PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channel.email.host");
        assertThat(server(25, MailServer.Security.TLS, "tienda", "clave").toString())
                .isEqualTo("MailServer[127.0.0.1:25]");
        assertThat(List.of("tienda@example.com", FROM)).allMatch(MailServer::isAddress);
        assertThat(List.of("", "tienda", "a@b.co, c@d.co")).noneMatch(MailServer::isAddress);
    }
}
