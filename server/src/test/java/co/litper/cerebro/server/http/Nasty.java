package co.litper.cerebro.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What a careless or hostile caller may send. */
final class Nasty {
    private static final List<String> PARTS = List.of(
            "0",
            "-1",
            "D0",
            "D999999999999999",
            "D1.1023",
            "D1.9999",
            "9223372036854775807",
            "99999999999999999999",
            "' OR 1=1 --",
            "'; DROP TABLE journal; --",
            "../../etc/passwd",
            "..\\..\\windows",
            "%00",
            "a\nb",
            "ñandú 💥",
            "x".repeat(500),
            "{{7*7}}",
            "<script>alert(1)</script>",
            "null",
            "true",
            "NaN",
            "1e400",
            "ZGVjaXNpb246LTE",
            "ZGVjaXNpb246MQ",
            "00000000000000000000000000000000",
            "autonomy.none",
            "pause.all",
            " ");

    private static final List<String> BODIES = List.of(
            "null",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "{\"a\":",
            "\u0000",
            "{\"key\":null}",
            "{\"key\":{}}",
            "{\"approved\":\"yes\"}",
            "{\"approved\":true}",
            "{\"value\":[1]}",
            "{\"value\":\"0.5\"}",
            "{\"level\":7}",
            "{\"fate\":\"done\"}",
            "{\"phone\":\"12\"}",
            "{\"set\":{\"\":1}}",
            "{\"set\":{\"/x/y\":1}}",
            "{\"set\":[1]}",
            "{\"a\":1,\"a\":2}",
            "{\"n\":1e999999999}",
            "{\"n\":" + "9".repeat(5_000) + "}",
            "{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"\",\"type\":\"guide.updated\",\"time\":\"x\",\"data\":{}}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"tick\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{}}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"guide.updated\","
                    + "\"time\":\"-999999999-01-01T00:00:00Z\",\"data\":{\"guideNumber\":\"1\"}}",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");

    private Nasty() {}

    /** A part of a path or query, percent-encoded. */
    static String part(Random random) {
        String text = PARTS.get(random.nextInt(PARTS.size()));
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A body. */
    static String body(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
            case 1 -> {
                byte[] noise = new byte[200];
                random.nextBytes(noise);
                yield new String(noise, StandardCharsets.ISO_8859_1);
            }
            default -> BODIES.get(random.nextInt(BODIES.size()));
        };
    }
}
