package co.litper.cerebro.server.http.route;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** The body of one call, never longer than allowed, inflated bytes counted. One thread. */
final class RequestBody {
    private static final int CHUNK = 16 * 1024;

    /** Bytes a second that a body must bring on average; a phone on a bad day brings more. */
    private static final long LEAST_BYTES_PER_SECOND = 256;

    /** Seconds after which that counts. */
    private static final long GRACE_S = 5;

    private static final long NANOS = 1_000_000_000L;

    private final BodyBudget budget;
    private long taken;

    RequestBody(BodyBudget budget) {
        this.budget = budget;
    }

    /** Gives back what was taken of the budget. */
    void release() {
        budget.giveBack(taken);
        taken = 0;
    }

    /** Wraps a stream so that it ends with a problem beyond {@code most} bytes, or where the sender fails. */
    static InputStream bounded(InputStream raw, @Nullable String encoding, long told, long most) {
        if (told > most) {
            throw tooLarge(most);
        }
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return new Counted(raw, most);
        }
        if (!encoding.toLowerCase(Locale.ROOT).equals("gzip")) {
            throw ApiProblem.of(
                    Code.UNSUPPORTED_TYPE, "Content-Encoding: only gzip and identity are taken. Maybe send it plain.");
        }
        try {
            return new Counted(new GZIPInputStream(new Counted(raw, most)), most);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    byte[] read(InputStream in, long told, int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.clamp(told, 0, most));
        byte[] chunk = new byte[(int) Math.clamp(told + 1, 64, CHUNK)];
        int n = in.read(chunk);
        while (n >= 0) {
            if (!budget.take(n)) {
                throw ApiProblem.of(Code.BUSY, "Too many bodies are being read at a time.")
                        .retryAfter(java.time.Duration.ofSeconds(1));
            }
            taken += n;
            bytes.write(chunk, 0, n);
            n = in.read(chunk);
        }
        return bytes.toByteArray();
    }

    private static ApiProblem tooLarge(long most) {
        return ApiProblem.of(Code.TOO_LARGE, "At most " + most + " bytes are taken here, inflated ones counted.");
    }

    private static ApiProblem failed(Throwable e) {
        if (e instanceof ZipException) {
            return ApiProblem.of(Code.BAD_BODY, "The body is not gzip, though Content-Encoding says so.");
        }
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof TimeoutException || (at instanceof HttpException h && h.getCode() == 408)) {
                return tooSlow();
            }
        }
        return ApiProblem.of(Code.BAD_BODY, "The body could not be read to its end. Maybe the connection was cut.", e);
    }

    private static ApiProblem tooSlow() {
        return ApiProblem.of(Code.TOO_SLOW, "The body came too slowly or not at all. Maybe the connection fails.");
    }

    /** Counts, and turns whatever the sender does wrong into a problem. */
    private static final class Counted extends FilterInputStream {
        private final long most;
        private final long beganNs = System.nanoTime();
        private long read;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int n;
            try {
                n = in.read(into, from, length);
            } catch (IOException e) {
                throw failed(e);
            } catch (RuntimeException e) {
                throw e instanceof ApiProblem known ? known : failed(e);
            }
            read += Math.max(0, n);
            if (read > most) {
                throw tooLarge(most);
            }
            long seconds = (System.nanoTime() - beganNs) / NANOS;
            if (n >= 0 && seconds > GRACE_S && read < seconds * LEAST_BYTES_PER_SECOND) {
                throw tooSlow();
            }
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
