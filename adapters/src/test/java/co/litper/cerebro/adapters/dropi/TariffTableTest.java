package co.litper.cerebro.adapters.dropi;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.table.Limits;
import co.litper.cerebro.adapters.table.ReadResult;
import co.litper.cerebro.adapters.table.RowResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TariffTableTest {
    @TempDir
    Path folder;

    private final List<RowResult<Tariff>> results = new ArrayList<>();

    @Test
    void everyColumnIsReadAndLeadingZerosOfDaneCodesComeBack() throws IOException {
        read("Transportadora;Ciudad;Código DANE;Flete;Flete_devolución;Días prometidos;Cobertura;Contraentrega\n"
                + "COORDINADORA;MEDELLÍN;5001;$ 12.500;9.000;2;Sí;SI\n"
                + "TCC;LETICIA;91001;;;;NO;no\n");
        assertThat(results)
                .containsExactly(
                        new RowResult.Row<>(
                                new Tariff(
                                        "COORDINADORA",
                                        "MEDELLÍN",
                                        "05001",
                                        "",
                                        OptionalLong.of(12_500),
                                        OptionalLong.of(9_000),
                                        OptionalLong.of(2),
                                        true,
                                        Optional.of(true)),
                                2),
                        new RowResult.Row<>(
                                new Tariff(
                                        "TCC",
                                        "LETICIA",
                                        "91001",
                                        "",
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        false,
                                        Optional.of(false)),
                                3));
    }

    @Test
    void aDepartmentAloneIsAPlace() throws IOException {
        read("transportadora,departamento,flete\nENVIA,NARIÑO,15000\n");
        assertThat(results).singleElement().isInstanceOf(RowResult.Row.class);
    }

    @Test
    void impossibleAnswersAreRefused() throws IOException {
        read("transportadora,ciudad,codigo_dane,flete,dias,cobertura\n,Cali,76001,1,1,si\nTCC,,,1,1,si\n"
                + "TCC,Cali,7,1,1,si\nTCC,Cali,76001,-1,1,si\nTCC,Cali,76001,1,400,si\nTCC,Cali,76001,1,1,tal vez\n");
        assertThat(results).hasSize(6).allSatisfy(each -> assertThat(each).isInstanceOf(RowResult.Refused.class));
    }

    @Test
    void aTableWithoutFreightOrCoverageIsRefusedAsAWhole() throws IOException {
        assertThat(read("transportadora,ciudad\nTCC,Cali\n")).isInstanceOf(ReadResult.Stopped.class);
    }

    private ReadResult read(String text) throws IOException {
        Path file = folder.resolve("tariffs.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        results.clear();
        return TariffTable.read(file, Limits.DEFAULT, results::add);
    }
}
