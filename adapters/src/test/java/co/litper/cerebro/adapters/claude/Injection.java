package co.litper.cerebro.adapters.claude;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An attempt to speak to the reasoner from where only data should be.
 *
 * @param place where it was written: a novedad, a name, a chat, an address, a cell of a file
 * @param action that it wants
 * @param text what was written
 */
record Injection(String place, String action, String text) {

    /** All that are known. */
    static List<Injection> all() {
        try (InputStream in = Objects.requireNonNull(Injection.class.getResourceAsStream("injections.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 3))
                    .map(part -> new Injection(part[0], part[1], part[2].translateEscapes()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
