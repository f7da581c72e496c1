package co.litper.cerebro.server.face.messages;

import co.litper.cerebro.server.config.Configuration;
import co.litper.cerebro.server.config.ContactHours;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.message.MessageTemplates;
import co.litper.cerebro.server.message.MessageText;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes texts, channels and hours for a reader. One thread. */
final class MessageReading {
    private static final int MOST_VERSIONS = 10;

    private final FaceDesk desk;
    private final MessageTemplates messages;
    private final Texts texts;
    private final Configuration configuration;

    MessageReading(FaceDesk desk, MessageTemplates messages, Texts texts) {
        this.desk = desk;
        this.messages = messages;
        this.texts = texts;
        this.configuration = desk.desk().configuration();
    }

    /** @param typed texts that stand in the fields in place of those in force */
    MessageModel model(Map<Action, String> typed, String told, boolean failed) {
        ContactHours now = ContactHours.at(configuration, desk.now());
        return new MessageModel(
                List.of(
                        hours(MessageWords.WEEKDAYS, "weekday"),
                        hours(MessageWords.SATURDAYS, "saturday"),
                        texts.say(MessageWords.NEVER)),
                now.open()
                        ? texts.say(MessageWords.OPEN)
                        : texts.say(MessageWords.QUIET, Figures.dayTime(now.next(), texts.language())),
                now.open(),
                texts.say(MessageWords.PLACES, places()),
                MessageTemplates.actions().stream()
                        .map(action -> card(action, typed))
                        .toList(),
                told,
                failed);
    }

    private String hours(MessageWords words, String days) {
        return texts.say(
                words, configuration.get("contact." + days + ".from"), configuration.get("contact." + days + ".to"));
    }

    static String places() {
        return Arrays.stream(MessageText.Place.values())
                .map(place -> "{" + place.word() + "}")
                .collect(Collectors.joining(", "));
    }

    private MessageModel.Card card(Action action, Map<Action, String> typed) {
        List<MessageTemplates.Version> newestFirst = messages.versions(action).reversed();
        MessageTemplates.Version inForce = newestFirst.getFirst();
        String text = typed.getOrDefault(action, inForce.text());
        String own = configuration.get("channel." + action.wire());
        return new MessageModel.Card(
                action.wire(),
                texts.action(action),
                texts.say(MessageWords.CHANNEL, own.isEmpty() ? configuration.get("channel.default") : own),
                text,
                MessageText.check(text).isEmpty() ? MessageText.example(text) : "",
                since(inForce),
                newestFirst.stream()
                        .skip(1)
                        .limit(MOST_VERSIONS)
                        .map(version -> new MessageModel.Version(since(version), version.text()))
                        .toList(),
                newestFirst.size() > 1);
    }

    private String since(MessageTemplates.Version version) {
        return version.isStandard()
                ? texts.say(MessageWords.STANDARD)
                : texts.say(
                        MessageWords.BY,
                        desk.users().nameOf(version.by()),
                        Figures.dayYearTime(version.at(), texts.language()));
    }

    String problem(MessageText.Problem problem, String text) {
        return switch (problem) {
            case EMPTY -> texts.say(MessageWords.EMPTY);
            case TOO_LONG -> texts.say(MessageWords.TOO_LONG, Figures.count(MessageText.LONGEST));
            case UNKNOWN_PLACE ->
                texts.say(MessageWords.UNKNOWN_PLACE, String.join(", ", MessageText.unknown(text)), places());
            case STRAY_BRACE -> texts.say(MessageWords.STRAY_BRACE);
            case UNPRINTABLE -> texts.say(MessageWords.UNPRINTABLE);
        };
    }
}
