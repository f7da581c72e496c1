package co.litper.cerebro.server.ingest;

import co.litper.cerebro.adapters.dropi.DropiExport;
import co.litper.cerebro.adapters.dropi.DropiRow;
import co.litper.cerebro.adapters.table.RowResult;
import co.litper.cerebro.log.Breach;
import co.litper.cerebro.log.ContractCheck;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.server.ingest.DropiMapping.Mapped;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the rows of one export: people go to the vault first, a batch at a time, then their events to the loop. One thread.
 */
final class DropiImport {
    /** Rows whose people become durable together; one sync of the disk each. */
    private static final int BATCH = 1_000;

    private final String file;
    private final DropiMapping mapping;
    private final Vault vault;
    private final Pipeline pipeline;
    private final Letters letters;
    private final ImportTally tally;
    private final Clock clock;
    private final boolean firstImport;
    private final Map<PersonRef, Person> people = new LinkedHashMap<>();
    private final List<Envelope> envelopes = new ArrayList<>(BATCH);

    DropiImport(
            String file,
            DropiMapping mapping,
            Vault vault,
            Pipeline pipeline,
            Letters letters,
            ImportTally tally,
            Clock clock,
            boolean firstImport) {
        this.file = file;
        this.mapping = mapping;
        this.vault = vault;
        this.pipeline = pipeline;
        this.letters = letters;
        this.tally = tally;
        this.clock = clock;
        this.firstImport = firstImport;
    }

    void take(RowResult<DropiRow> result) {
        tally.row();
        switch (result) {
            case RowResult.Row<DropiRow>(DropiRow row, long line) -> map(row, line);
            case RowResult.Refused<DropiRow>(long line, String reason, String excerpt) ->
                letters.refuse(file, line, reason, excerpt);
        }
        if (envelopes.size() >= BATCH) {
            flushOrStop();
        }
    }

    private void map(DropiRow row, long line) {
        Mapped mapped;
        try {
            mapped = mapping.map(row, clock.now(), firstImport);
        } catch (IllegalArgumentException e) {
            letters.refuse(file, line, String.valueOf(e.getMessage()), excerpt(row));
            return;
        }
        List<String> breaches = ContractCheck.check(mapped.envelope()).stream()
                .filter(breach -> breach.severity() == Breach.Severity.REFUSAL)
                .map(breach -> breach.problem().toString())
                .toList();
        if (!breaches.isEmpty()) {
            letters.refuse(file, line, String.join("; ", breaches), excerpt(row));
            return;
        }
        count(row, mapped);
        letters.took(row.guide());
        PersonRef ref = mapped.guide().parcel().customer();
        if (ref.isKnown()) {
            people.merge(ref, mapped.person(), Person::updatedBy);
        }
        envelopes.add(mapped.envelope());
    }

    private static String excerpt(DropiRow row) {
        return row.guide().isEmpty() ? "" : DropiExport.GUIDE_IN_EXCERPT + row.guide();
    }

    private void count(DropiRow row, Mapped mapped) {
        if (mapped.unknownStatus()) {
            tally.statuses().count("status", mapped.guide().rawStatus());
        }
        if (mapped.unknownIssue()) {
            tally.issues().count("novedad", mapped.guide().rawIssue());
        }
        CityCode city = mapped.guide().parcel().destination();
        if (!city.isKnown() && !city.equals(CityCode.UNKNOWN)) {
            tally.cities().count("city", row.city());
        }
    }

    /** Gives what was collected to vault and loop. */
    void flush() throws InterruptedException {
        vault.put(people);
        people.clear();
        for (Envelope envelope : envelopes) {
            pipeline.submit(envelope);
        }
        envelopes.clear();
    }

    private void flushOrStop() {
        try {
            flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.IO, "the import was interrupted", e);
        }
    }
}
