package co.litper.cerebro.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The packaged messages, written by us, from which the reader learns. Tabs between intent, mood and words. */
final class SeedMessages {
    private static final String NAME = "/co/litper/cerebro/message/seed.tsv";

    private SeedMessages() {}

    /** A message whose intent and mood are known. */
    record Known(Intent intent, Sentiment sentiment, String text) {}

    static List<Known> packaged() {
        try (InputStream in = SeedMessages.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + NAME + ". Maybe the build left out resources.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }

    static List<Known> parse(String lines) {
        return lines.lines()
                .map(line -> line.split("\t", 3))
                .map(part -> new Known(
                        Intent.ofWire(part[0]).orElseThrow(),
                        Sentiment.valueOf(part[1].toUpperCase(Locale.ROOT)),
                        part[2]))
                .toList();
    }
}
