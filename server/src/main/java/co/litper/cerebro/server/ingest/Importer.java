package co.litper.cerebro.server.ingest;

import co.litper.cerebro.StateView;
import co.litper.cerebro.Subjects;
import co.litper.cerebro.adapters.dropi.DropiExport;
import co.litper.cerebro.adapters.dropi.Tariff;
import co.litper.cerebro.adapters.dropi.TariffTable;
import co.litper.cerebro.adapters.table.FileProblem;
import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.Subject;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.ingest.ImportTally.FileTrouble;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Imports files into a running installation, one after the other, and keeps the account.
 *
 * <p>Nothing is held back: rows go to the loop as they are read, so that a file of any size takes constant memory and what
 * was answered is durable whatever happens later. Used by one thread.
 */
public final class Importer {
    /** Told with {@code running} while a merchant's first import is under way, so that its second half is history too. */
    private static final String FIRST_IMPORT = "import.first.";

    private static final String RUNNING = "running";
    private static final String DONE = "done";

    private final Installation installation;
    private final MerchantId merchant;
    private final Clock clock;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final ImportTally tally = new ImportTally();
    private final Pipeline pipeline;
    private final Letters letters;
    private final StateView before;
    private final boolean firstImport;
    private final long decisionsBefore;

    /**
     * An importer.
     *
     * @param merchant whose parcels the files hold
     * @param progress is told how far each file has been read
     * @param cancelled becomes true when a person wants to stop
     */
    public Importer(
            Installation installation, MerchantId merchant, Clock clock, Progress progress, BooleanSupplier cancelled) {
        this.installation = installation;
        this.merchant = merchant;
        this.clock = clock;
        this.progress = progress;
        this.cancelled = cancelled;
        this.pipeline = new Pipeline(installation.host(), tally);
        this.letters = new Letters(installation.store().deadLetters(), clock, tally);
        this.before =
                StateView.open(installation.store().log(), installation.store().states(), new EnvelopeCodec());
        this.firstImport = isFirst(merchant);
        // now: checkpoints written meanwhile show through the view
        this.decisionsBefore = before.state().control().decisions();
    }

    private boolean isFirst(MerchantId whose) {
        boolean unfinished = RUNNING.equals(before.state().control().values().get(FIRST_IMPORT + whose.value()));
        return unfinished || before.state().subject(Subject.of(whose)).parcels() == 0;
    }

    /** True if this is the merchant's first import: history, from which no effect can come. */
    public boolean isFirstImport() {
        return firstImport;
    }

    /** The account so far. */
    public ImportTally tally() {
        return tally;
    }

    /** Decisions that the installation had made when this importer was made. */
    public long decisionsBefore() {
        return decisionsBefore;
    }

    /** Lets the loop know the time, and that a first import begins. */
    public void begin() throws InterruptedException, ExecutionException {
        installation.tick();
        if (firstImport) {
            mark(RUNNING);
        }
    }

    /** Imports one file. A file that cannot be read becomes a trouble of the account. */
    public void file(Path file) throws InterruptedException {
        file(file, String.valueOf(file.getFileName()));
    }

    /** Imports one file that people know by a name of its own. A file that cannot be read becomes a trouble of the account. */
    public void file(Path file, String name) throws InterruptedException {
        try {
            if (isLines(file)) {
                lines(file, name);
            } else {
                table(file, name);
            }
        } finally {
            letters.flush();
        }
        pipeline.drain();
        letters.close();
    }

    /**
     * Lets what ended be learned from, then lets the loop decide about what is open.
     *
     * <p>The order matters: parcels that a first import leaves open are decided by models that know how the others ended.
     */
    public void end() throws InterruptedException, ExecutionException {
        pipeline.drain();
        installation.awaitLearned();
        if (firstImport) {
            mark(DONE);
        }
        installation.tick();
    }

    private void mark(String value) throws InterruptedException, ExecutionException {
        String key = FIRST_IMPORT + merchant.value();
        String id = key + "-" + value + "-" + clock.now().toEpochMilli();
        installation
                .submitOwn(id, Subjects.SYSTEM, new ConfigurationChanged(key, value, "import"))
                .get();
    }

    private static boolean isLines(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '{';
        } catch (IOException e) {
            return false; // the reader of tables tells what is wrong with it
        }
    }

    private void lines(Path file, String name) throws InterruptedException {
        NdjsonImport importing = new NdjsonImport(installation, clock, this::isFirst, pipeline, letters, tally);
        try {
            importing.read(file, name, progress, this::stopIfAsked);
        } catch (IOException | UncheckedIOException e) {
            tally.trouble(new FileTrouble(name, 0, "The file could not be read: " + e.getMessage()));
        }
    }

    private void table(Path file, String name) throws InterruptedException {
        DropiMapping mapping = new DropiMapping(
                merchant, CityDirectory.packaged(), installation.store().vault()::refer);
        DropiImport importing = new DropiImport(
                name, mapping, installation.store().vault(), pipeline, letters, tally, clock, firstImport);
        ReadResult result;
        try {
            result = DropiExport.read(file, Limits.DEFAULT, clock, importing::take, this::advance);
        } finally {
            importing.flush();
        }
        if (result instanceof ReadResult.Stopped(var summary, FileProblem problem)) {
            if (problem.kind() != FileProblem.Kind.WRONG_COLUMNS || !tariffs(file, name)) {
                tally.trouble(new FileTrouble(name, summary.rows(), problem.message()));
            }
        }
    }

    /** True if the file is a table of tariffs. */
    private boolean tariffs(Path file, String name) throws InterruptedException {
        Settings settings = before.state().control().settings();
        TariffMapping mapping = new TariffMapping(
                CityDirectory.packaged(),
                settings.economics().freightCop(),
                settings.economics().returnFreightCop());
        // By place, since a later row of a file corrects an earlier one.
        SequencedMap<String, TariffMapping.Entry> entries = new LinkedHashMap<>();
        ReadResult result = TariffTable.read(file, Limits.DEFAULT, row -> {
            tally.row();
            switch (row) {
                case RowResult.Row<Tariff> r -> take(mapping.map(r.row()), name, r.line(), entries);
                case RowResult.Refused<Tariff> r -> letters.refuse(name, r.line(), r.reason(), r.excerpt());
            }
        });
        if (result instanceof ReadResult.Stopped(var summary, FileProblem problem)) {
            if (problem.kind() == FileProblem.Kind.WRONG_COLUMNS) {
                return false;
            }
            tally.trouble(new FileTrouble(name, summary.rows(), problem.message()));
        }
        submit(entries.values());
        return true;
    }

    private void take(TariffMapping.Result mapped, String file, long line, Map<String, TariffMapping.Entry> entries) {
        switch (mapped) {
            case TariffMapping.Entries(List<TariffMapping.Entry> more) ->
                more.forEach(entry -> entries.put(entry.event().key(), entry));
            case TariffMapping.NoPlace(String reason) -> letters.refuse(file, line, reason, "");
        }
    }

    private void submit(Collection<TariffMapping.Entry> entries) throws InterruptedException {
        long now = clock.now().toEpochMilli();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (TariffMapping.Entry entry : entries) {
            boolean same = before.state()
                    .tariffs(entry.carrier())
                    .find(entry.city())
                    .filter(entry.tariff()::equals)
                    .isPresent();
            if (!same) {
                String id =
                        "tariff-" + entry.carrier().code() + "-" + entry.city().code() + "-" + now;
                tally.tariff();
                answers.add(installation.submitOwn(id, Subjects.SYSTEM, entry.event()));
            }
        }
        // Together: a table of all carriers has some thousand, and each alone would wait for the disk.
        for (CompletableFuture<?> answer : answers) {
            await(answer);
        }
    }

    private static void await(CompletableFuture<?> answer) throws InterruptedException {
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void advance(long rows, long bytesRead, long bytesTotal) {
        stopIfAsked();
        progress.at(rows, bytesRead, bytesTotal);
    }

    private void stopIfAsked() {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
    }
}
