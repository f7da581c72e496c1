package co.litper.cerebro.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.webhook.WebhookSource;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @Test
    void theReferenceFileHoldsEverySettingWithTheDefaultOfTheCode() {
        Map<String, String> reference = Reference.defaults();

        for (SettingKey key : SettingKey.values()) {
            if (key.isPerAction()) {
                for (Action action : Action.values()) {
                    assertThat(reference).containsKey(key.key() + action.wire());
                }
            } else if (!key.isPerCity()) {
                assertThat(reference).containsEntry(key.key(), key.standard());
            }
        }
        assertThat(Settings.of(reference)).isEqualTo(Settings.defaults());
    }

    @Test
    void theDefaultsAreValid() {
        assertThat(Configuration.read(Optional.empty(), Map.of())).isInstanceOf(Configuration.Usable.class);
    }

    @Test
    void theEnvironmentComesFirstAndSecretsAreMasked() {
        var read = Configuration.read(
                Optional.empty(), Map.of("CEREBRO_CONTACT_PER_DAY", "2", "CEREBRO_CHANNEL_WEBHOOK_TOKEN", "hush"));

        Configuration usable = ((Configuration.Usable) read).configuration();
        assertThat(usable.get("contact.per_day")).isEqualTo("2");
        assertThat(usable.shown()).doesNotContainValue("hush").containsEntry("channel.webhook.token", "***");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        var read = Configuration.read(
                Optional.empty(), Map.of("CEREBRO_CHANNEL_DEFAULT", "webhook", "CEREBRO_CONTACT_PER_DAY", "-1"));

        assertThat(((Configuration.Faulty) read).problems())
                .anySatisfy(p -> assertThat(p).contains("contact.per_day"))
                .anySatisfy(p -> assertThat(p).contains("channel.webhook.url"));
    }

    @Test
    void onlyWhatDiffersFromWhatIsInForceIsChangedAndNoPauseIsLifted() {
        var read = Configuration.read(Optional.empty(), Map.of("CEREBRO_CONTACT_PER_DAY", "2"));
        Configuration wanted = ((Configuration.Usable) read).configuration();
        TreeMap<String, String> inForce = new TreeMap<>(Map.of("pause.all", "true", "economics.call_cop", "9"));

        assertThat(SettingsSync.changes(wanted, inForce))
                .containsExactlyInAnyOrderEntriesOf(Map.of("contact.per_day", "2", "economics.call_cop", "1500"));
    }

    @Test
    void aSourceOfWebhooksMayBeCalledAsOneLikes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("c.properties"),
                "webhook.tienda.secret = 0123456789abcdef\nwebhook.tienda.mapping = n8n\nwebhook.tienda.merchant = mine\n");
        var read = Configuration.read(Optional.of(file), Map.of("CEREBRO_WEBHOOK_DROPI_SECRET", "fedcba9876543210"));

        Configuration usable = ((Configuration.Usable) read).configuration();
        WebhookKeys.Usable sources = (WebhookKeys.Usable) WebhookKeys.sources(usable, folder);

        assertThat(sources.sources()).extracting(WebhookSource::name).containsExactly("dropi", "tienda");
        assertThat(sources.sources().getLast().merchant().value()).isEqualTo("mine");
        assertThat(usable.shown())
                .containsEntry("webhook.tienda.secret", "***")
                .containsEntry("webhook.dropi.secret", "***");
    }

    @Test
    void whatIsWrongWithWebhooksIsToldTogetherAndNoSecretIsRepeated(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("c.properties"), """
                webhook.tienda.secret = hush
                webhook.tienda.sercet = hush
                webhook.n8n.secret_previous = 0123456789abcdef
                webhook.window_s = 0
                webhook.Mi-Tienda.secret = 0123456789abcdef
                """);

        List<String> problems = ((Configuration.Faulty) Configuration.read(Optional.of(file), Map.of())).problems();

        assertThat(problems)
                .noneMatch(p -> p.contains("hush"))
                .anyMatch(p -> p.contains("webhook.tienda.secret: must be at least 16"))
                .anyMatch(p -> p.contains("unknown key 'webhook.tienda.sercet'"))
                .anyMatch(p -> p.contains("webhook.n8n.secret is not"))
                .anyMatch(p -> p.contains("webhook.window_s"))
                .anyMatch(p -> p.contains("webhook.Mi-Tienda.secret"));
    }

    @Test
    void aMappingThatIsMissingIsTold(@TempDir Path folder) {
        var read = Configuration.read(Optional.empty(), Map.of("CEREBRO_WEBHOOK_TIENDA_SECRET", "0123456789abcdef"));
        Configuration usable = ((Configuration.Usable) read).configuration();

        assertThat(((WebhookKeys.Faulty) WebhookKeys.sources(usable, folder)).problems())
                .singleElement()
                .asString()
                .contains("no mapping 'tienda'")
                .contains("chateapro, dropi, n8n");
    }

    @Test
    void aVariableThatIsAlmostOneOfOursIsTold() {
        var read = Configuration.read(Optional.empty(), Map.of("CEREBRO_CONTACT_PERDAY", "2", "CEREBRO_OTHERS", "x"));

        assertThat(((Configuration.Faulty) read).problems())
                .singleElement()
                .asString()
                .contains("Did you mean CEREBRO_CONTACT_PER_DAY?");
    }
}
