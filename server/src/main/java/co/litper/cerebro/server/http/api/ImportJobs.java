package co.litper.cerebro.server.http.api;

import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.http.observe.ServiceLog;
import co.litper.cerebro.server.http.route.Code;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.ingest.Cancelled;
import co.litper.cerebro.server.ingest.ImportTally;
import co.litper.cerebro.server.ingest.Importer;
import co.litper.cerebro.vocabulary.MerchantId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Imports of uploaded files, one at a time, each told how far it is. Files are removed when they are read. Thread-safe. */
public final class ImportJobs implements AutoCloseable {
    /** Files that wait; each lies on the disk meanwhile. */
    private static final int MOST_WAITING = 8;
    /** Jobs remembered, the oldest going first. */
    private static final int MOST_KNOWN = 100;

    private static final long STOP_S = 30;

    /** Offered to a worker that waits, so that it looks whether it is to stop. */
    private static final Job NONE = new Job("", MerchantId.INSTALLATION, Path.of(""), "", Instant.EPOCH);

    private final Desk desk;
    private final BlockingQueue<Job> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<String, Job> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
            return size() > MOST_KNOWN;
        }
    };
    private final Thread worker;
    private volatile boolean stopping;

    /** Where a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    /** One import. */
    public static final class Job implements Progress {
        private final String id;
        private final MerchantId merchant;
        private final Path file;
        private final String name;
        private final Instant since;
        private volatile State state = State.WAITING;
        private volatile long bytesRead;
        private volatile long bytesTotal;
        private volatile @Nullable ImportTally tally;

        Job(String id, MerchantId merchant, Path file, String name, Instant since) {
            this.id = id;
            this.merchant = merchant;
            this.file = file;
            this.name = name;
            this.since = since;
        }

        /** Its id. */
        public String id() {
            return id;
        }

        /** Whose. */
        public MerchantId merchant() {
            return merchant;
        }

        /** The file's name, as the sender told it. */
        public String name() {
            return name;
        }

        /** Where it stands. */
        public State state() {
            return state;
        }

        /** How much of the file is read, 0 to 1; 0 while that is not known. */
        public double share() {
            long total = bytesTotal;
            return total == 0 ? 0 : Math.min(1, (double) bytesRead / total);
        }

        /** Its account so far; empty before it began. */
        public Optional<ImportTally> account() {
            return Optional.ofNullable(tally);
        }

        @Override
        public void at(long rows, long read, long total) {
            bytesRead = read;
            bytesTotal = total;
        }

        ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("id", id)
                    .put("name", name)
                    .put("merchant", merchant.value())
                    .put("state", state.name().toLowerCase(Locale.ROOT))
                    .put("since", since.toString())
                    .put("bytesRead", bytesRead)
                    .put("bytesTotal", bytesTotal);
            ImportTally account = tally;
            if (account != null) {
                tell(account, json);
            }
            return json;
        }

        private static void tell(ImportTally account, ObjectNode json) {
            json.put("rows", account.rows())
                    .put("events", account.events())
                    .put("duplicates", account.duplicates())
                    .put("historical", account.historical())
                    .put("refused", account.refused())
                    .put("tariffs", account.tariffs());
            ArrayNode refusals = json.putArray("refusals");
            account.refusals()
                    .forEach(r -> refusals.addObject().put("line", r.line()).put("reason", r.reason()));
            ArrayNode troubles = json.putArray("troubles");
            account.troubles().forEach(t -> troubles.add(t.message()));
        }
    }

    ImportJobs(Desk desk) {
        this.desk = desk;
        this.worker = Thread.ofPlatform().name("cerebro-import").daemon(true).start(this::work);
    }

    /** True if the job was taken; false if too many wait. */
    boolean offer(Job job) {
        if (stopping || !waiting.offer(job)) {
            return false;
        }
        synchronized (known) {
            known.put(job.id(), job);
        }
        return true;
    }

    /** The job with this id, if it is remembered. */
    public Optional<Job> find(String id) {
        synchronized (known) {
            return Optional.ofNullable(known.get(id));
        }
    }

    /** Jobs of a merchant, newest first. */
    public List<Job> of(MerchantId merchant) {
        synchronized (known) {
            return List.copyOf(known.values()).reversed().stream()
                    .filter(job -> job.merchant().equals(merchant))
                    .toList();
        }
    }

    private void work() {
        try {
            while (!stopping) {
                Job job = waiting.take();
                if (job != NONE) {
                    run(job);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Job job) throws InterruptedException {
        job.state = State.RUNNING;
        try {
            Importer importer = new Importer(desk.installation(), job.merchant(), desk.clock(), job, () -> stopping);
            job.tally = importer.tally();
            importer.begin();
            importer.file(job.file, job.name);
            importer.end();
            job.state = importer.tally().troubles().isEmpty() ? State.DONE : State.FAILED;
        } catch (Cancelled e) {
            job.state = State.STOPPED;
        } catch (ExecutionException | StoreException e) {
            ServiceLog.failed(job.id(), Code.UNAVAILABLE, e);
            job.state = State.FAILED;
        } catch (RuntimeException e) {
            ServiceLog.failed(job.id(), Code.INTERNAL, e);
            job.state = State.FAILED;
        } finally {
            remove(job.file);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            ServiceLog.told(
                    "an uploaded file could not be removed: " + e.getClass().getSimpleName());
        }
    }

    /** Stops at the next row; what was read before stands in the log. */
    @Override
    public void close() {
        stopping = true;
        waiting.offer(NONE); // where there is no room for it, the worker does not wait
        try {
            worker.join(TimeUnit.SECONDS.toMillis(STOP_S));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.stream().filter(job -> job != NONE).forEach(job -> remove(job.file));
    }
}
