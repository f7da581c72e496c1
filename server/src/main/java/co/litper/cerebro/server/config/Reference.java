package co.litper.cerebro.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference file: every key with its default, in the order of the file. Immutable. */
final class Reference {
    private static final String RESOURCE = "/cerebro-reference.properties";
    private static final Map<String, String> DEFAULTS = read();

    private Reference() {}

    /** Key to default. */
    static Map<String, String> defaults() {
        return DEFAULTS;
    }

    /** The file as it stands, with its comments. */
    static List<String> lines() {
        try (InputStream in = Reference.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the packaged " + RESOURCE + " is missing. Maybe the jar is damaged.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged " + RESOURCE + " could not be read", e);
        }
    }

    private static Map<String, String> read() {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                defaults.put(
                        line.substring(0, equals).trim(),
                        line.substring(equals + 1).trim());
            }
        }
        return Collections.unmodifiableMap(defaults);
    }
}
