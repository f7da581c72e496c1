package co.litper.cerebro.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader makes of sentences that were written apart from those that taught it. */
class MessageReaderTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final MessageReader reader = MessageReader.packaged();

    private static List<SeedMessages.Known> heldOut() throws IOException {
        try (InputStream in = Objects.requireNonNull(MessageReaderTest.class.getResourceAsStream("held-out.tsv"))) {
            return SeedMessages.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void noSentenceOfTheTestTaughtTheReader() throws IOException {
        Set<String> taught = new HashSet<>();
        SeedMessages.packaged().forEach(s -> taught.add(Words.plain(s.text())));

        assertThat(heldOut()).hasSize(90).noneMatch(s -> taught.contains(Words.plain(s.text())));
    }

    @Test
    void whatItSaysIsNearlyAlwaysRightAndItSaysSomethingMostly() throws IOException {
        int said = 0;
        int right = 0;
        for (SeedMessages.Known known : heldOut()) {
            Reading reading = reader.read(known.text(), TODAY);
            said += reading.isSure() ? 1 : 0;
            right += reading.isSure() && reading.intent() == known.intent() ? 1 : 0;
        }
        System.out.printf("intents held out: said %d of 90, right %d%n", said, right);

        assertThat(right / (double) said).as("right of %s said", said).isGreaterThan(0.85);
        assertThat(said / 90.0).as("said").isGreaterThan(0.6);
    }

    @Test
    void aRefusalIsHardlyEverReadWhereThereIsNone() throws IOException {
        long wrong = heldOut().stream()
                .filter(known -> known.intent() != Intent.REJECTS)
                .filter(known -> reader.read(known.text(), TODAY).intent() == Intent.REJECTS)
                .count();

        assertThat(wrong).as("of 80").isLessThanOrEqualTo(2);
    }

    @Test
    void itIsRightAtLeastAsOftenAsItSaysItIs() throws IOException {
        List<SeedMessages.Known> all = heldOut();
        double promised = 0;
        double kept = 0;
        for (SeedMessages.Known known : all) {
            promised += reader.read(known.text(), TODAY).confidence();
            kept += reader.likeliest(known.text()) == known.intent() ? 1 : 0;
        }
        System.out.printf(
                "intents held out: mean confidence %.3f, right %.3f%n", promised / all.size(), kept / all.size());

        assertThat(promised / all.size())
                .as("mean confidence")
                .isGreaterThan(0.5)
                .isLessThan(kept / all.size() + 0.05);
    }

    @Test
    void theMoodIsMostlyRight() throws IOException {
        long right = heldOut().stream()
                .filter(known -> reader.read(known.text(), TODAY).sentiment() == known.sentiment())
                .count();
        System.out.printf("moods held out: right %d of 90%n", right);

        assertThat(right).as("of 90").isGreaterThan(65);
    }

    @Test
    void gibberishIsNotRead() {
        assertThat(reader.read("", TODAY).isSure()).isFalse();
        assertThat(reader.read("xkq zzrt pqpq wvvw", TODAY).isSure()).isFalse();
        assertThat(reader.read("🙏🙏🙏", TODAY).isSure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "estoy mañana después de las 3, 2026-03-03, 15, 22",
        "pase el sábado en la mañana, 2026-03-07, 7, 12",
        "entre 2 y 4 de la tarde, 2026-03-03, 14, 16",
        "pasado mañana antes de las 10 am, 2026-03-04, 7, 10",
        "hoy en la noche, 2026-03-02, 18, 22",
        "el lunes, 2026-03-09, 8, 19",
        "hoy no estoy mañana sí, 2026-03-03, 8, 19",
        "el domingo no puedo mejor el martes, 2026-03-03, 8, 19",
        "a las 8 am, 2026-03-03, 8, 10",
        "yo llego tipo 6, 2026-03-03, 18, 20"
    })
    void findsTheTimeThatIsNamed(String text, LocalDate day, int from, int until) {
        assertThat(reader.read(text, TODAY).when()).contains(new When(day, from, until));
    }

    @ParameterizedTest
    @CsvSource({"no lo quiero", "la dirección es calle 10 # 5-20", "son 3 cajas", "muchas gracias"})
    void findsNoTimeWhereNoneIsNamed(String text) {
        assertThat(reader.read(text, TODAY).when()).isEqualTo(Optional.empty());
    }

    @Test
    void tellsAnAddressFromOtherNumbers() {
        assertThat(reader.read("es cra 15 # 45-67 apto 301", TODAY).hasAddress())
                .isTrue();
        assertThat(reader.read("barrio san fernando casa 4", TODAY).hasAddress())
                .isTrue();
        assertThat(reader.read("pague 80000 en efectivo a las 3", TODAY).hasAddress())
                .isFalse();
    }
}
