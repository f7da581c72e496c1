package co.litper.cerebro.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.dropi.DropiRow;
import co.litper.cerebro.adapters.table.Dated;
import co.litper.cerebro.adapters.table.Phone;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.server.ingest.DropiMapping.Mapped;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropiMappingTest {
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private static final MerchantId MERCHANT = new MerchantId("tienda");
    private static final DropiMapping MAPPING = mapping(MERCHANT);

    private static DropiMapping mapping(MerchantId merchant) {
        InMemoryVault vault = new InMemoryVault("a secret of at least sixteen bytes".getBytes(StandardCharsets.UTF_8));
        return new DropiMapping(merchant, CityDirectory.packaged(), vault::refer);
    }

    /** A row as the reader makes it; what a test does not set is ordinary. */
    private static final class Told {
        String order = "";
        String guide = "240001";
        String status = "EN REPARTO";
        String carrier = "TCC";
        String city = "Cali";
        String department = "Valle del Cauca";
        String issue = "";
        String solution = "";
        Optional<Boolean> solved = Optional.empty();
        Optional<Dated> moved = Optional.of(new Dated(NOW.minus(Duration.ofHours(3)), Dated.Precision.SECOND));
        OptionalLong billed = OptionalLong.of(90_000);
        DropiRow.Payment payment = DropiRow.Payment.COD;
        String name = "";
        Phone phone = new Phone("3001234567", true);

        DropiRow row() {
            return new DropiRow(
                    order,
                    guide,
                    status,
                    carrier,
                    city,
                    department,
                    Optional.empty(),
                    Optional.empty(),
                    new DropiRow.Movement("", "", "", moved),
                    new DropiRow.Issue(issue, solved, solution, "", Optional.empty(), Optional.empty()),
                    new DropiRow.Person(name, phone, "", "", ""),
                    new DropiRow.Amounts(
                            billed,
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty()),
                    new DropiRow.Goods("", "", "", OptionalLong.empty(), payment, "s".repeat(300), "", "", "", "", ""));
        }

        Mapped mapped() {
            return MAPPING.map(row(), NOW, false);
        }

        GuideUpdated guide() {
            return mapped().guide();
        }
    }

    private static Told told() {
        return new Told();
    }

    @ParameterizedTest
    @CsvSource({
        "TCC,ENTREGADO,DELIVERED",
        "SERVIENTREGA,ENTREGADO,DELIVERED",
        "Inter Rapidísimo S.A.,Entregado.,DELIVERED",
        "COORDINADORA,EN REPARTO,OUT_FOR_DELIVERY",
        "ENVIA,DEVOLUCION,RETURNED",
        "VELOCES,CANCELADO,CANCELLED",
        "una que nadie conoce,ENTREGADA,DELIVERED",
    })
    void eachCarriersWordsBecomeTheStateAllShare(String carrier, String status, ShipmentState state) {
        Told told = told();
        told.carrier = carrier;
        told.status = status;

        assertThat(told.guide().state()).isEqualTo(state);
        assertThat(told.guide().rawStatus()).isEqualTo(status);
        assertThat(told.mapped().unknownStatus()).isFalse();
    }

    @Test
    void aStatusThatNobodyKnowsIsKeptInItsWordsWithoutAState() {
        Told told = told();
        told.status = "Xyzzy plugh";

        assertThat(told.guide().state()).isNull();
        assertThat(told.guide().rawStatus()).isEqualTo("Xyzzy plugh");
        assertThat(told.mapped().unknownStatus()).isTrue();
    }

    @Test
    void theNovedadsColumnTellsTheReasonAndAnAnswerSolvesIt() {
        Told told = told();
        told.status = "NOVEDAD";
        told.issue = "DIRECCION ERRADA";
        GuideUpdated open = told.guide();
        told.solution = "Casa azul";
        GuideUpdated solved = told.guide();
        told.solved = Optional.of(false);

        assertThat(open.state()).isEqualTo(ShipmentState.ISSUE);
        assertThat(open.issue()).isEqualTo(IssueReason.BAD_ADDRESS);
        assertThat(open.issueSolved()).isFalse();
        assertThat(solved.issueSolved()).isTrue();
        assertThat(told.guide().issueSolved()).as("told outright").isFalse();
    }

    @Test
    void aNovedadThatNobodyKnowsIsOtherAndCounted() {
        Told told = told();
        told.status = "NOVEDAD";
        told.issue = "Xyzzy plugh";

        assertThat(told.guide().issue()).isEqualTo(IssueReason.OTHER);
        assertThat(told.mapped().unknownIssue()).isTrue();
    }

    @Test
    void anUnknownCityKeepsItsFoldedNameAndAnEmptyOneIsNotTold() {
        Told told = told();
        assertThat(told.guide().parcel().destination()).isEqualTo(new CityCode("76001"));
        told.city = "Atlántis Sur";
        told.department = "";
        CityCode raw = told.guide().parcel().destination();
        told.city = "";

        assertThat(raw.isKnown()).isFalse();
        assertThat(raw.code()).isEqualTo("~ATLANTIS SUR");
        assertThat(told.guide().parcel().destination()).isEqualTo(CityCode.UNKNOWN);
    }

    @Test
    void paymentIsWhatTheRowSaysAndElseAtTheDoorWhereThereIsAValue() {
        Told told = told();
        assertThat(told.guide().parcel().cod()).isTrue();
        told.payment = DropiRow.Payment.PREPAID;
        assertThat(told.guide().parcel().cod()).isFalse();
        assertThat(told.guide().parcel().valueCop()).isEqualTo(90_000);
        told.payment = DropiRow.Payment.UNKNOWN;
        assertThat(told.guide().parcel().cod()).isTrue();
        told.billed = OptionalLong.empty();
        assertThat(told.guide().parcel().cod()).isFalse();
    }

    @Test
    void whatARowDoesNotTellStaysUntold() {
        ParcelFacts facts = told().guide().parcel();

        assertThat(facts.freightCop()).isEqualTo(ParcelFacts.UNTOLD);
        assertThat(facts.costCop()).isEqualTo(ParcelFacts.UNTOLD);
        assertThat(facts.weightKg()).isNaN();
        assertThat(facts.carrier()).isEqualTo(Carrier.TCC);
        assertThat(facts.shop()).hasSize(80);
    }

    @Test
    void theIdIsThatOfTheObservationWhereverAndWheneverItIsRead() {
        Told told = told();
        String id = told.mapped().envelope().id();
        Instant later = NOW.plus(Duration.ofDays(9));
        Told shouting = told();
        shouting.status = "en  Reparto";
        shouting.billed = OptionalLong.of(1);

        assertThat(MAPPING.map(told.row(), later, true).envelope().id()).isEqualTo(id);
        assertThat(shouting.mapped().envelope().id()).as("case, spaces, money").isEqualTo(id);
        assertThat(id).hasSize(32);
    }

    @Test
    void theIdChangesWithWhateverMovesAParcel() {
        Told status = told();
        status.status = "ENTREGADO";
        Told issue = told();
        issue.issue = "DIRECCION ERRADA";
        Told solved = told();
        solved.solved = Optional.of(true);
        Told moved = told();
        moved.moved = Optional.of(new Dated(NOW, Dated.Precision.SECOND));
        Told guide = told();
        guide.guide = "240002";
        Told carrier = told();
        carrier.carrier = "ENVIA";
        Told order = told();
        order.order = order.guide;
        order.guide = "";

        assertThat(new String[] {
                    told().mapped().envelope().id(),
                    status.mapped().envelope().id(),
                    issue.mapped().envelope().id(),
                    solved.mapped().envelope().id(),
                    moved.mapped().envelope().id(),
                    guide.mapped().envelope().id(),
                    carrier.mapped().envelope().id(),
                    order.mapped().envelope().id(),
                    mapping(new MerchantId("otra"))
                            .map(told().row(), NOW, false)
                            .envelope()
                            .id()
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void aFirstImportIsHistoryAndALaterRowIsLiveForTwoDays() {
        Told fresh = told();
        Told old = told();
        old.moved = Optional.of(new Dated(NOW.minus(Duration.ofHours(49)), Dated.Precision.DAY));
        Told undated = told();
        undated.moved = Optional.empty();

        assertThat(MAPPING.map(fresh.row(), NOW, true).envelope().standing()).isEqualTo(Standing.HISTORICAL);
        assertThat(fresh.mapped().envelope().standing()).isEqualTo(Standing.LIVE);
        assertThat(fresh.mapped().envelope().precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(old.mapped().envelope().standing()).isEqualTo(Standing.HISTORICAL);
        assertThat(old.mapped().envelope().precision()).isEqualTo(TimePrecision.DAY);
        assertThat(undated.mapped().envelope().validAt()).isEqualTo(NOW);
    }

    @Test
    void thePersonGoesBesideTheEventWhichHoldsAReferenceAlone() {
        Told told = told();
        told.name = "Zoraida Quiñonez";
        told.status = "NOVEDAD";
        told.issue = "Zoraida no contesta 300 123 4567";
        Mapped mapped = told.mapped();
        Told nobody = told();
        nobody.phone = Phone.NONE;

        assertThat(mapped.person().name()).isEqualTo("Zoraida Quiñonez");
        assertThat(mapped.guide().parcel().customer().isKnown()).isTrue();
        assertThat(mapped.guide().rawIssue()).isEqualTo("# no contesta #");
        assertThat(nobody.guide().parcel().customer()).isEqualTo(PersonRef.NONE);
    }
}
