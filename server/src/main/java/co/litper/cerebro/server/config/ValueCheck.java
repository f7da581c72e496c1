package co.litper.cerebro.server.config;

import co.litper.cerebro.adapters.channel.CallListChannel;
import co.litper.cerebro.adapters.channel.MailServer;
import co.litper.cerebro.server.message.MessageTemplates;
import co.litper.cerebro.server.message.MessageText;
import co.litper.cerebro.server.webhook.WebhookSource;
import co.litper.cerebro.think.SettingKey;
import co.litper.cerebro.vocabulary.MerchantId;
import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what is wrong with the value of a key. Pure. */
final class ValueCheck {
    /** Channels of actions that are messages in words. */
    private static final Set<String> MESSAGES = MessageTemplates.actions().stream()
            .map(action -> "channel." + action.wire())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CHANNELS = Set.of("log", "file", "webhook");

    /** Channels that say words. */
    private static final Set<String> WORDS = Set.of("whatsapp", "email");

    /** Characters of a shop's name. */
    private static final int MOST_NAME = 80;

    private ValueCheck() {}

    /** The problem, or empty. */
    static Optional<String> problem(String key, String value) {
        Optional<String> wants = switch (key) {
            case "merchant.id" -> wanted(isMerchant(value), "1 to 64 characters");
            case "language" -> wanted(value.equals("es") || value.equals("en"), "es or en");
            case "exploration.seed" -> wanted(isWhole(value, Long.MIN_VALUE, Long.MAX_VALUE), "a whole number");
            case "contact.weekday.from", "contact.weekday.to", "contact.saturday.from", "contact.saturday.to" ->
                wanted(isTime(value), "a time of day as 07:00");
            case "channel.default" -> wanted(CHANNELS.contains(value), "log, file or webhook");
            case "channel.log.path", "channel.file.path" -> wanted(!value.isEmpty(), "a path");
            case "merchant.name" ->
                wanted(isLine(value, MOST_NAME), "at most " + MOST_NAME + " characters on one line");
            case "channel.call_customer" ->
                wanted(
                        value.isEmpty() || CHANNELS.contains(value) || value.equals(CallListChannel.NAME),
                        "log, file, webhook, calls or nothing");
            case String mail when mail.startsWith("channel.email.") -> email(mail, value);
            case "channel.webhook.url", "channel.whatsapp.url" ->
                wanted(value.isEmpty() || isUrl(value), "an http or https URL");
            case "channel.webhook.token", "channel.whatsapp.token" -> Optional.empty();
            case "channel.webhook.timeout_ms", "channel.whatsapp.timeout_ms" ->
                wanted(isWhole(value, 100, 60_000), "100 to 60000 milliseconds");
            case "channel.webhook.deduplicates", "channel.whatsapp.deduplicates" ->
                wanted(value.equals("true") || value.equals("false"), "true or false");
            case "store.lock_wait_ms" -> wanted(isWhole(value, 0, 600_000), "0 to 600000 milliseconds");
            case "store.wal_bytes" -> wanted(isWhole(value, 65_536, 1_073_741_824), "65536 to 1073741824 bytes");
            case "http.host" -> wanted(!value.isEmpty(), "an address of this machine, 127.0.0.1 for none but itself");
            case "http.port" -> wanted(isWhole(value, 0, 65_535), "a port, 0 for any that is free");
            case "http.max_connections" -> wanted(isWhole(value, 1, 100_000), "1 to 100000 connections");
            case "http.idle_ms" -> wanted(isWhole(value, 100, 600_000), "100 to 600000 milliseconds");
            case "http.calls_per_second" -> wanted(isWhole(value, 0, 1_000_000), "0 to 1000000 calls");
            case "http.log_calls" -> wanted(value.equals("true") || value.equals("false"), "true or false");
            case "trace.url" -> wanted(value.isEmpty() || isUrl(value), "an http or https URL");
            case "trace.authorization" -> Optional.empty();
            case "trace.share" -> wanted(isShare(value), "a share from 0 to 1");
            case "webhook.window_s" -> wanted(isWhole(value, 10, 86_400), "10 to 86400 seconds");
            case "thinking.url" -> wanted(isUrl(value), "an http or https URL");
            case "thinking.model_usual", "thinking.model_careful" ->
                wanted(isModel(value), "a model's name: lower-case letters, digits, dots and dashes");
            case "thinking.model_usual_input_usd",
                    "thinking.model_usual_output_usd",
                    "thinking.model_careful_input_usd",
                    "thinking.model_careful_output_usd" -> wanted(isIn(value, 0, 1_000), "0 to 1000 dollars");
            case "thinking.cop_per_usd" -> wanted(isIn(value, 1, 100_000), "1 to 100000 pesos");
            case "thinking.timeout_ms" -> wanted(isWhole(value, 1_000, 600_000), "1000 to 600000 milliseconds");
            case "thinking.retries" -> wanted(isWhole(value, 0, 5), "0 to 5 retries");
            case "thinking.careful_from_cop", "thinking.hour_cop", "thinking.day_cop" ->
                wanted(isWhole(value, 0, 1_000_000_000_000L), "pesos");
            case "thinking.hour_tokens", "thinking.day_tokens" ->
                wanted(isWhole(value, 0, 1_000_000_000_000L), "tokens");
            case "webhook.mappings", "backup.folder" -> wanted(!value.isEmpty(), "a path");
            case String webhook when webhook.startsWith("webhook.") -> webhook(webhook, value);
            case String other
            when other.startsWith("channel.") ->
                MESSAGES.contains(other)
                        ? wanted(
                                value.isEmpty() || CHANNELS.contains(value) || WORDS.contains(value),
                                "log, file, webhook, whatsapp, email or nothing")
                        : wanted(value.isEmpty() || CHANNELS.contains(value), "log, file, webhook or nothing");
            case String other -> Optional.empty();
        };
        // A secret is not repeated: the problem may end in a log.
        String shown = key.contains(".secret") || key.endsWith(".password") ? key : key + " = '" + value + "'";
        Optional<String> own = wants.map(w -> shown + ": must be " + w);
        return own.isPresent() ? own : SettingKey.problem(key, value);
    }

    private static Optional<String> email(String key, String value) {
        return switch (key) {
            case "channel.email.port" -> wanted(isWhole(value, 1, 65_535), "a port");
            case "channel.email.security" ->
                wanted(Set.of("none", "starttls", "tls").contains(value), "none, starttls or tls");
            case "channel.email.from" ->
                wanted(
                        value.isEmpty() || MailServer.isAddress(value),
                        "an address such as Mi tienda <tienda@example.com>");
            case "channel.email.subject" ->
                wanted(
                        MessageText.check(value).isEmpty() && isLine(value, MOST_NAME),
                        "a line of at most " + MOST_NAME + " characters with places such as {guia} or {tienda}");
            case "channel.email.timeout_ms" -> wanted(isWhole(value, 100, 60_000), "100 to 60000 milliseconds");
            default -> wanted(isLine(value, Integer.MAX_VALUE), "one line");
        };
    }

    private static boolean isLine(String value, int most) {
        return value.length() <= most && value.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isShare(String value) {
        return isIn(value, 0, 1);
    }

    private static boolean isModel(String value) {
        return value.matches("[a-z0-9][a-z0-9.-]{0,79}");
    }

    private static boolean isIn(String value, double least, double most) {
        try {
            double number = Double.parseDouble(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<String> webhook(String key, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (key.endsWith(".merchant")) {
            return wanted(isMerchant(value), "1 to 64 characters");
        }
        if (key.endsWith(".mapping")) {
            return wanted(WebhookSource.isName(value), "a lower-case letter, then letters and digits");
        }
        return wanted(
                value.length() >= WebhookSource.LEAST_SECRET, "at least " + WebhookSource.LEAST_SECRET + " characters");
    }

    private static Optional<String> wanted(boolean valid, String what) {
        return valid ? Optional.empty() : Optional.of(what);
    }

    private static boolean isMerchant(String value) {
        try {
            return !new MerchantId(value).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isWhole(String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            LocalTime.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUrl(String value) {
        try {
            URI url = URI.create(value);
            return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
