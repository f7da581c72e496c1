package co.litper.cerebro.server.ingest;

import co.litper.cerebro.adapters.table.Progress;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Problem;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes a file of CloudEvents, one a line. One thread. */
final class NdjsonImport {
    private static final int BUFFER = 1 << 16;
    private static final int PROGRESS_LINES = 1_000;

    private final Installation installation;
    private final Clock clock;
    private final Predicate<MerchantId> isFirst;
    private final Pipeline pipeline;
    private final Letters letters;
    private final ImportTally tally;
    private final Intake intake;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Boolean> firstByMerchant = new HashMap<>();

    NdjsonImport(
            Installation installation,
            Clock clock,
            Predicate<MerchantId> isFirst,
            Pipeline pipeline,
            Letters letters,
            ImportTally tally) {
        this.installation = installation;
        this.clock = clock;
        this.isFirst = isFirst;
        this.pipeline = pipeline;
        this.letters = letters;
        this.tally = tally;
        this.intake = new Intake(installation.store().vault()::refer);
    }

    void read(Path file, String name, Progress progress, Runnable beforeLine) throws IOException, InterruptedException {
        long size = Files.size(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            Lines lines = new Lines(in, Intake.MAX_BYTES + 1);
            while (lines.next()) {
                if (lines.number() % PROGRESS_LINES == 0) {
                    beforeLine.run();
                    progress.at(lines.number(), lines.bytesRead(), size);
                }
                if (!lines.isBlank()) {
                    tally.row();
                    take(name, lines);
                }
            }
            progress.at(lines.number(), size, size);
        }
    }

    private void take(String name, Lines lines) throws InterruptedException {
        byte[] line = lines.bytes();
        switch (intake.read(line, clock.now(), isFirstOf(line))) {
            case Intake.Accepted accepted -> {
                if (!accepted.people().isEmpty()) {
                    installation.store().vault().put(accepted.people());
                }
                pipeline.submit(accepted.envelope());
            }
            case Intake.Refused(List<Problem> problems) -> {
                String reason = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
                // An over-long line is not kept: nobody repairs it, and a million of them would fill the disk.
                String payload = lines.isTooLong() ? "" : new String(line, StandardCharsets.UTF_8);
                letters.refuse(name, lines.number(), reason, payload);
            }
        }
    }

    private boolean isFirstOf(byte[] line) {
        String told;
        try {
            told = json.readTree(line).path("merchantid").asText("");
        } catch (IOException e) {
            return false; // the gate refuses it
        }
        return firstByMerchant.computeIfAbsent(told, merchant -> isFirstMerchant(merchant));
    }

    private boolean isFirstMerchant(String told) {
        try {
            return isFirst.test(new MerchantId(told));
        } catch (IllegalArgumentException e) {
            return false; // the gate refuses it
        }
    }
}
