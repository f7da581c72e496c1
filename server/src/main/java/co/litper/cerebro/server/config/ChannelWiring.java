package co.litper.cerebro.server.config;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.adapters.channel.CallListChannel;
import co.litper.cerebro.adapters.channel.EmailChannel;
import co.litper.cerebro.adapters.channel.FileChannel;
import co.litper.cerebro.adapters.channel.LogChannel;
import co.litper.cerebro.adapters.channel.MailServer;
import co.litper.cerebro.adapters.channel.WebhookChannel;
import co.litper.cerebro.adapters.channel.WhatsappChannel;
import co.litper.cerebro.server.message.MessageTemplates;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Makes channels as a configuration describes them. Opens nothing. */
final class ChannelWiring {
    private final Configuration configuration;
    private final Path folder;
    private final Clock clock;
    private final MessageTemplates texts;

    ChannelWiring(Configuration configuration, Path folder, Clock clock) {
        this.configuration = configuration;
        this.folder = folder;
        this.clock = clock;
        this.texts = new MessageTemplates(folder);
    }

    /** The channel of this name. */
    Channel channel(String name) {
        return switch (name) {
            case "log" -> new LogChannel(folder.resolve(get("channel.log.path")), clock);
            case "file" -> new FileChannel(folder.resolve(get("channel.file.path")), clock);
            case "webhook" -> new WebhookChannel(target(name), clock);
            case "whatsapp" -> new WhatsappChannel(target(name), this::words);
            case "email" -> new EmailChannel(server(), this::subject, this::words, clock);
            case CallListChannel.NAME -> new CallListChannel();
            case String other -> throw new IllegalArgumentException("no channel is called '" + other + "'");
        };
    }

    private String get(String key) {
        return configuration.get(key);
    }

    private WebhookChannel.Target target(String name) {
        String channel = "channel." + name;
        return new WebhookChannel.Target(
                URI.create(get(channel + ".url")),
                get(channel + ".token"),
                Duration.ofMillis(Long.parseLong(get(channel + ".timeout_ms"))),
                Boolean.parseBoolean(get(channel + ".deduplicates")));
    }

    private MailServer server() {
        return new MailServer(
                get("channel.email.host"),
                Integer.parseInt(get("channel.email.port")),
                MailServer.Security.valueOf(get("channel.email.security").toUpperCase(Locale.ROOT)),
                get("channel.email.user"),
                get("channel.email.password"),
                get("channel.email.from"),
                Duration.ofMillis(Long.parseLong(get("channel.email.timeout_ms"))));
    }

    private Optional<String> words(Dispatch dispatch, Person person) {
        return texts.write(dispatch, person, this::shop);
    }

    private Optional<String> subject(Dispatch dispatch, Person person) {
        return Optional.of(MessageTemplates.line(get("channel.email.subject"), dispatch, person, this::shop));
    }

    /** The name by which customers know a merchant; one that only programs know by its id has none. */
    private String shop(MerchantId merchant) {
        return merchant.equals(configuration.merchant()) ? get("merchant.name") : "";
    }
}
