package co.litper.cerebro.adapters.channel;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.Channel.Result;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatsappChannelTest {
    private static final MerchantId MERCHANT = new MerchantId("m");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final InMemoryVault vault = InMemoryVault.withRandomSecret();
    private HttpServer platform;

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    private WhatsappChannel channel() {
        URI url = URI.create("http://127.0.0.1:" + platform.getAddress().getPort() + "/");
        return new WhatsappChannel(
                new WebhookChannel.Target(url, "secreto", Duration.ofMinutes(2), false),
                (dispatch, person) -> dispatch.action() == Action.ASK_ADDRESS
                        ? Optional.of("Hola " + person.name() + " \"" + dispatch.number() + "\"")
                        : Optional.empty());
    }

    private PersonRef customer(Person person) {
        PersonRef ref = vault.refer(MERCHANT, "3001112233");
        vault.put(Map.of(ref, person));
        return ref;
    }

    private static Dispatch dispatch(PersonRef customer, Action action) {
        return new Dispatch(42, MERCHANT, "home:7", customer, action, "", Long.MAX_VALUE, "G1");
    }

    @Test
    void theCustomerGetsTheWordsAtTheirPhoneUnderTheEffectsKey() {
        PersonRef ana = customer(new Person("Ana", "3001112233", "", "", ""));
        try (WhatsappChannel channel = channel()) {
            channel.reachBy(vault);
            assertThat(channel.send(dispatch(ana, Action.ASK_ADDRESS))).isEqualTo(Result.DONE);
        }

        assertThat(keys).containsExactly("cerebro-42 Bearer secreto");
        assertThat(bodies)
                .containsExactly("{\"key\":\"cerebro-42\",\"to\":\"+573001112233\",\"text\":\"Hola Ana \\\"G1\\\"\","
                        + "\"action\":\"ask_address\",\"number\":\"G1\"}");
    }

    @Test
    void whoIsErasedOrHasNoPhoneOrAnActionWithoutWordsIsRefusedAndNothingLeaves() {
        PersonRef ana = customer(new Person("Ana", "3001112233", "", "", ""));
        try (WhatsappChannel channel = channel()) {
            channel.reachBy(vault);
            assertThat(channel.send(dispatch(ana, Action.REDELIVER))).isEqualTo(Result.FAILED);
            assertThat(channel.send(dispatch(PersonRef.NONE, Action.ASK_ADDRESS)))
                    .isEqualTo(Result.FAILED);
            vault.erase(ana);
            assertThat(channel.send(dispatch(ana, Action.ASK_ADDRESS))).isEqualTo(Result.FAILED);
        }

        assertThat(bodies).isEmpty();
    }

    @Test
    void beforeItKnowsWherePeopleAreItSendsNothingAndAsksAgain() {
        try (WhatsappChannel channel = channel()) {
            assertThat(channel.send(dispatch(PersonRef.NONE, Action.ASK_ADDRESS)))
                    .isEqualTo(Result.RETRY);
        }
        assertThat(bodies).isEmpty();
    }

    @Test
    void whileTheDatabaseOfPeopleIsAwayItSendsNothingAndAsksAgain() {
        Vault away = (Vault) Proxy.newProxyInstance(
                Vault.class.getClassLoader(), new Class<?>[] {Vault.class}, (proxy, method, arguments) -> {
                    throw new StoreException(StoreException.Kind.IO, "away");
                });
        try (WhatsappChannel channel = channel()) {
            channel.reachBy(away);
            assertThat(channel.send(dispatch(vault.refer(MERCHANT, "3001112233"), Action.ASK_ADDRESS)))
                    .isEqualTo(Result.RETRY);
        }
        assertThat(bodies).isEmpty();
    }
}
