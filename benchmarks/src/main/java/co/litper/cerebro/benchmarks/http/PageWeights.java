package co.litper.cerebro.benchmarks.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** What a page weighs on the wire with everything that it loads, by a browser that has nothing yet. One thread. */
final class PageWeights {
    private static final Pattern ASSET = Pattern.compile("(/assets/[a-z.]+\\?v=[0-9a-f]+)");

    private static final List<String> CHARTS = List.of("/assets/echarts.js", "/assets/charts.js");

    private final HttpClient client;
    private final URI server;
    private final String key;
    private final Map<String, Integer> known = new HashMap<>();

    PageWeights(HttpClient client, URI server, String key) {
        this.client = client;
        this.server = server;
        this.key = key;
    }

    /** Bytes of the page at {@code path} and of its files, packed as they are sent. */
    long bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> page = get(path);
        boolean packed = page.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        String text;
        try (var in = packed
                ? new GZIPInputStream(new ByteArrayInputStream(page.body()))
                : new ByteArrayInputStream(page.body())) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Set<String> assets = ASSET.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // The charts come when they are looked at; they count as if every page had some.
        assets.addAll(CHARTS);
        long bytes = page.body().length;
        for (String asset : assets) {
            Integer before = known.get(asset);
            int size = before == null ? get(asset).body().length : before;
            known.put(asset, size);
            bytes += size;
        }
        return bytes;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server + path.substring(1)))
                        .header("Authorization", "Bearer " + key)
                        .header("Accept", "text/html, */*")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
