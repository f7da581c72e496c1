package co.litper.cerebro.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.vault.Person;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplatesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private static final Person ANA = new Person("Ana {guia} $1", "3001112233", "", "", "");

    @TempDir
    Path folder;

    private static Dispatch dispatch(Action action) {
        return new Dispatch(
                42, new MerchantId("m"), "home:7", PersonRef.NONE, action, "", NOW.toEpochMilli(), "240012345678");
    }

    @Test
    void whatIsSavedHoldsForTheNextMessageAlsoForWhoReadsTheFileAnew() {
        MessageTemplates writer = new MessageTemplates(folder);
        MessageTemplates reader = new MessageTemplates(folder);
        assertThat(reader.write(dispatch(Action.ASK_TIME), ANA, m -> "").orElseThrow())
                .contains("no había quién recibiera");

        assertThat(writer.save(Action.ASK_TIME, "Hola {nombre}: guía {guia}.\r\n¿Cuándo?", "u-1", NOW))
                .isEmpty();

        assertThat(reader.write(dispatch(Action.ASK_TIME), ANA, m -> ""))
                .contains("Hola Ana {guia} $1: guía 240012345678.\n¿Cuándo?");
        assertThat(reader.versions(Action.ASK_TIME)).hasSize(2);
        assertThat(reader.versions(Action.ASK_TIME).getLast().by()).isEqualTo("u-1");
        assertThat(reader.versions(Action.ASK_CASH)).hasSize(1);
    }

    @Test
    void everyPlaceIsFilledWithWhatIsKnownAndLeftOutWhereNothingIs() {
        MessageTemplates templates = new MessageTemplates(folder);
        templates.save(
                Action.ASK_TIME,
                "{nombre}|{guia}|{transportadora}|{ciudad}|{direccion}|{valor}|{fecha}|{tienda}|",
                "u-1",
                NOW);
        Person carlos = new Person("Carlos", "3001112233", "Calle 5 {valor}", "", "");
        Dispatch known = new Dispatch(
                42,
                new MerchantId("m"),
                "home:7",
                PersonRef.NONE,
                Action.ASK_TIME,
                "",
                NOW.toEpochMilli(),
                "G1",
                new Dispatch.Cargo(Carrier.ENVIA, new CityCode("76001"), 89_900, NOW.toEpochMilli()));

        assertThat(templates.write(known, carlos, m -> "Tienda de " + m.value()))
                .contains("Carlos|G1|Envía|Cali|Calle 5 {valor}|$ 89.900|martes 10 de marzo|Tienda de m|");
        assertThat(templates.write(dispatch(Action.ASK_TIME), Person.NOBODY, m -> ""))
                .contains("|240012345678|||||||");
        assertThat(MessageText.example(
                        "{nombre} {guia} {transportadora} {ciudad} {direccion} {valor} {fecha} {tienda}"))
                .doesNotContain("{");
        assertThat(MessageText.unknown("{apellido} {nombre} {apellido} {" + "x".repeat(50) + "}"))
                .containsExactly("{apellido}", "{" + "x".repeat(30) + "…}");
    }

    @Test
    void aFileThatAnOlderOneTookThePlaceOfIsReadAnew() throws Exception {
        MessageTemplates reader = new MessageTemplates(folder);
        reader.save(Action.ASK_TIME, "Uno", "u-1", NOW);
        byte[] older = Files.readAllBytes(folder.resolve(MessageTemplates.FILE_NAME));
        reader.save(Action.ASK_TIME, "Dos", "u-1", NOW);
        assertThat(reader.versions(Action.ASK_TIME)).hasSize(3);

        Files.write(folder.resolve(MessageTemplates.FILE_NAME), older);
        assertThat(reader.versions(Action.ASK_TIME).getLast().text()).isEqualTo("Uno");
        Files.delete(folder.resolve(MessageTemplates.FILE_NAME));
        assertThat(reader.versions(Action.ASK_TIME)).hasSize(1);
    }

    @Test
    void anActionThatIsNoMessageHasNoWords() {
        MessageTemplates templates = new MessageTemplates(folder);

        assertThat(templates.write(dispatch(Action.REDELIVER), ANA, m -> "")).isEmpty();
        assertThatThrownBy(() -> templates.save(Action.REDELIVER, "Hola", "u-1", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLineThatWasCutOffIsLeftOutAndTheNextOneStands() throws Exception {
        MessageTemplates templates = new MessageTemplates(folder);
        templates.save(Action.ASK_CASH, "Uno {guia}", "u-1", NOW);
        Files.writeString(folder.resolve(MessageTemplates.FILE_NAME), "{\"action\":\"ask_c", StandardOpenOption.APPEND);
        templates.save(Action.ASK_CASH, "Dos {guia}", "u-2", NOW);

        assertThat(templates.versions(Action.ASK_CASH))
                .extracting(MessageTemplates.Version::text)
                .endsWith("Uno {guia}", "Dos {guia}");
    }

    @Test
    void everyStandardTextIsGood() {
        MessageTemplates templates = new MessageTemplates(folder);

        assertThat(MessageTemplates.actions())
                .isNotEmpty()
                .allSatisfy(action -> assertThat(MessageText.check(
                                templates.versions(action).getFirst().text()))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'  ',EMPTY",
        "'Hola {apellido}',UNKNOWN_PLACE",
        "'Hola {nombre',STRAY_BRACE",
        "'Hola }{',STRAY_BRACE",
        "'Hola \u0007',UNPRINTABLE"
    })
    void whatIsWrongWithATextIsToldAndNothingIsSaved(String text, MessageText.Problem expected) {
        MessageTemplates templates = new MessageTemplates(folder);

        assertThat(templates.save(Action.ASK_TIME, text, "u-1", NOW)).contains(expected);
        assertThat(templates.save(Action.ASK_TIME, "a".repeat(MessageText.LONGEST + 1), "u-1", NOW))
                .containsExactly(MessageText.Problem.TOO_LONG);
        assertThat(templates.versions(Action.ASK_TIME)).hasSize(1);
    }
}
