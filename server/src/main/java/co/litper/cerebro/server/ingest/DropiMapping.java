package co.litper.cerebro.server.ingest;

import co.litper.cerebro.adapters.dropi.DropiRow;
import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.ContractCheck;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.Subject;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.CarrierNames;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.CityMatch;
import co.litper.cerebro.logistics.Folding;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.world.Hash64;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a row of a Dropi export what the log takes: an observation of a guide, and beside it the person. Pure but for
 * the references of people; thread-safe if its referrer is.
 *
 * <p>The id is a hash of merchant, carrier, guide or order, status, novedad, whether it is solved, and the last movement:
 * the same row in another file, or on another line, is the same event.
 */
public final class DropiMapping {
    private static final String SOURCE = "/dropi/export";
    private static final long ID_SEED = 0x64726f706931L;
    private static final long ID_SEED_2 = 0x64726f706932L;
    /** Characters kept of a status or novedad; carriers write under 200. */
    private static final int MAX_WORDS = 200;
    /** Characters kept of shop and category. */
    private static final int MAX_LABEL = 80;

    private final MerchantId merchant;
    private final CityDirectory cities;
    private final Intake.Referrer referrer;

    /** A mapping for the rows of {@code merchant}. */
    public DropiMapping(MerchantId merchant, CityDirectory cities, Intake.Referrer referrer) {
        this.merchant = merchant;
        this.cities = cities;
        this.referrer = referrer;
    }

    /**
     * A row, mapped.
     *
     * @param envelope free of personal data
     * @param person what the row tells of the customer, for the vault
     * @param unknownStatus true if no dictionary knows the status
     * @param unknownIssue true if no dictionary knows the novedad
     */
    public record Mapped(Envelope envelope, Person person, boolean unknownStatus, boolean unknownIssue) {
        /** The observation. */
        public GuideUpdated guide() {
            return (GuideUpdated) envelope.event();
        }
    }

    /**
     * Maps a row.
     *
     * @param now when it is taken in
     * @param firstImport true if it belongs to the merchant's first import
     */
    public Mapped map(DropiRow row, Instant now, boolean firstImport) {
        Carrier carrier = CarrierNames.read(row.carrier());
        Person person = person(row);
        PersonRef ref = refer(row, person);
        GuideMeaning meaning =
                GuideMeaning.of(carrier, row.status(), row.issue().text());
        boolean solved = meaning.answered()
                || row.issue()
                        .solved()
                        .orElse(!row.issue().solution().isBlank()
                                || row.issue().solvedAt().isPresent());
        GuideUpdated event = new GuideUpdated(
                row.guide(),
                row.orderId(),
                facts(row, carrier, ref),
                masked(row.status(), person),
                meaning.state(),
                masked(row.issue().text(), person),
                meaning.issue(),
                solved,
                moment(row.guideMade().or(row::ordered)),
                moment(row.movement().at()));
        return new Mapped(
                envelope(row, carrier, event, now, firstImport), person, !meaning.knownStatus(), !meaning.knownIssue());
    }

    private Envelope envelope(DropiRow row, Carrier carrier, GuideUpdated event, Instant now, boolean firstImport) {
        Optional<Dated> told = row.movement().at().or(row::guideMade).or(row::ordered);
        Instant validAt = told.map(Dated::at).orElse(now);
        boolean day = told.filter(d -> d.precision() == Dated.Precision.DAY).isPresent();
        return new Envelope(
                id(row, carrier, event),
                SOURCE,
                merchant,
                Subject.of(event),
                validAt,
                day ? TimePrecision.DAY : TimePrecision.SECOND,
                now,
                "",
                "",
                Priority.BULK,
                Standing.of(validAt, now, firstImport),
                ContractCheck.isSkewed(validAt, now),
                0,
                event);
    }

    private String id(DropiRow row, Carrier carrier, GuideUpdated event) {
        String number = row.guide().isEmpty() ? "order " + row.orderId() : "guide " + row.guide();
        String identity = String.join(
                "\n",
                merchant.value(),
                carrier.code(),
                number,
                Folding.fold(row.status()),
                Folding.fold(row.issue().text()),
                String.valueOf(event.issueSolved()),
                String.valueOf(event.movedAt()),
                Folding.fold(row.movement().text()));
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(Hash64.of(ID_SEED, identity)) + hex.toHexDigits(Hash64.of(ID_SEED_2, identity));
    }

    private ParcelFacts facts(DropiRow row, Carrier carrier, PersonRef ref) {
        DropiRow.Amounts amounts = row.amounts();
        long value = amounts.billed().orElse(amounts.products().orElse(0));
        boolean cod = switch (row.goods().payment()) {
            case COD -> true;
            case PREPAID -> false;
            // Nine of ten orders are paid at the door; without a value nobody knows of money at all.
            case UNKNOWN -> value > 0;
        };
        return new ParcelFacts(
                ref,
                CityCode.UNKNOWN,
                destination(row),
                carrier,
                cod,
                value,
                amount(amounts.freight()),
                amount(amounts.returnFreight()),
                amount(amounts.productCost()),
                Double.NaN,
                (int) row.goods().quantity().orElse(0),
                clipped(row.goods().categories()),
                clipped(row.goods().shop()),
                null);
    }

    private CityCode destination(DropiRow row) {
        if (row.city().isBlank() && row.department().isBlank()) {
            return CityCode.UNKNOWN;
        }
        CityMatch match = cities.find(row.city(), row.department());
        return match.code();
    }

    /** A phone that cannot be read still tells people apart; without any, the customer is known by the parcel alone. */
    private PersonRef refer(DropiRow row, Person person) {
        if (!person.phone().isEmpty()) {
            return referrer.refer(merchant, person.phone());
        }
        boolean anything = !(person.name() + person.address() + person.email() + person.note()).isBlank();
        String number = row.orderId().isEmpty() ? "guide " + row.guide() : "order " + row.orderId();
        return anything ? referrer.refer(merchant, number) : PersonRef.NONE;
    }

    private static Person person(DropiRow row) {
        DropiRow.Person told = row.person();
        return new Person(told.name(), told.phone().digits(), told.address(), told.email(), told.notes());
    }

    private static String masked(String words, Person person) {
        return WordMask.mask(words, person.name(), person.address(), MAX_WORDS);
    }

    private static String clipped(String label) {
        return label.length() > MAX_LABEL ? label.substring(0, MAX_LABEL) : label;
    }

    private static long amount(OptionalLong told) {
        return told.orElse(ParcelFacts.UNTOLD);
    }

    private static @Nullable Instant moment(Optional<Dated> told) {
        return told.map(Dated::at).orElse(null);
    }
}
