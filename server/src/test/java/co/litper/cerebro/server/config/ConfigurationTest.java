package co.litper.cerebro.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    @Test
    void theReferenceFileHoldsEverySettingWithTheDefaultOfTheCode() {
        Map<String, String> reference = Reference.defaults();

        for (SettingKey key : SettingKey.values()) {
            if (key.isPerAction()) {
                for (Action action : Action.values()) {
                    assertThat(reference).containsKey(key.key() + action.wire());
                }
            } else {
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
}
