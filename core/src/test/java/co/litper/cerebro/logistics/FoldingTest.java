package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " Bogotá_D.C. |BOGOTA D C",
                "ibagué|IBAGUE",
                "DAÑADO|DANADO",
                "Dan\u0303ado|DANADO",
                "en   tránsito|EN TRANSITO",
                "en\u00a0ruta|EN RUTA",
                "--NOVEDAD: dirección/errada--|NOVEDAD DIRECCION ERRADA",
                "GÜICÁN|GUICAN",
                "Nº 5|N 5",
                "istanbul ıI İi|ISTANBUL II II",
                "99 minutos|99 MINUTOS",
                "😀 ok|OK",
            })
    void spellingsFoldIntoOne(String raw, String folded) {
        assertThat(Folding.fold(raw)).isEqualTo(folded);
        assertThat(Folding.fold(folded)).as("folding twice changes nothing").isSameAs(folded);
    }

    @Test
    void tabsNewlinesAndInvisibleCharactersFoldToo() {
        assertThat(Folding.fold("en\tcamino\r\n")).isEqualTo("EN CAMINO");
        assertThat(Folding.fold("\ufeffENTRE\u00adGADO\u200b")).isEqualTo("ENTREGADO");
    }

    @Test
    void nothingFoldsToNothing() {
        assertThat(Folding.fold("")).isEmpty();
        assertThat(Folding.fold(" _ .- ")).isEmpty();
    }

    @Test
    void theDefaultLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Folding.fold("inírida")).isEqualTo("INIRIDA");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTextOfTenMegabytesIsReadOnlyToTheBound() {
        assertThat(Folding.fold("x".repeat(10_000_000))).hasSize(Folding.MAX_CHARACTERS);
    }
}
