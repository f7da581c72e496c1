package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.http.route.Doc;
import co.litper.cerebro.server.http.route.Route;
import co.litper.cerebro.world.Hash64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the pages: our own and those of the libraries, each named here, so that no address can reach another one. An address
 * tells the file's version, so that browsers keep it for good. Packed when it is asked for first: a fifth of a second for the
 * largest. Thread-safe.
 */
public final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String PICTURE = "image/svg+xml";
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final long SEED = 0x6173736574730001L;

    private final Map<String, Asset> files = new LinkedHashMap<>();

    private static final class Asset {
        private final String type;
        private final byte[] plain;
        private final String version;
        private byte @Nullable [] packed;

        private Asset(String resource, String type) {
            this.type = type;
            this.plain = read(resource);
            this.version = Long.toHexString(Hash64.of(SEED, plain));
        }

        private synchronized byte[] packed() {
            byte[] known = packed;
            if (known == null) {
                known = pack(plain);
                packed = known;
            }
            return known;
        }
    }

    public Assets() {
        files.put("face.css", new Asset("face.css", STYLE));
        files.put("face.js", new Asset("face.js", SCRIPT));
        files.put("charts.js", new Asset("charts.js", SCRIPT));
        files.put("icon.svg", new Asset("icon.svg", PICTURE));
        files.put("htmx.js", new Asset(WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", SCRIPT));
        files.put("sse.js", new Asset(WEBJARS + "htmx-ext-sse/2.2.2/sse.js", SCRIPT));
        files.put(
                "echarts.js",
                new Asset("/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js", SCRIPT));
    }

    /** The address of a file, its version included. */
    public String path(String name) {
        return "/assets/" + name + "?v=" + file(name).version;
    }

    private Asset file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** A route for each file; everyone may read them. */
    public List<Route> routes() {
        return files.keySet().stream().map(this::route).toList();
    }

    private Route route(String name) {
        Asset file = file(name);
        Doc doc = Doc.of("asset-" + name.replace('.', '-'), "Pages", "A file of the pages.")
                .query("v", "{\"type\":\"string\",\"maxLength\":20}", file.version, "Its version.")
                .gives(200, file.type.split(";", 2)[0], "", "The file.");
        return Route.open(Route.Method.GET, "/assets/" + name, doc, call -> {
            call.header("X-Content-Type-Options", "nosniff");
            call.replyFile(file.type, file.plain, file.packed());
        });
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the packaged " + resource + " is missing. Maybe the jar is damaged.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged " + resource + " could not be read", e);
        }
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream out = new BestGzip(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        private BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
