package co.litper.cerebro.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.vocabulary.CityCode;
import java.io.Reader;
import java.io.StringReader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityDirectoryTest {
    private final CityDirectory directory = CityDirectory.packaged();

    private static CityMatch sure(String code) {
        return new CityMatch(new CityCode(code), false, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bogotá D.C.|11001",
                "BOGOTA, DISTRITO CAPITAL|11001",
                "Bogotá, D.C.|11001",
                "BOGOTA DC|11001",
                "bogota|11001",
                "SANTAFE DE BOGOTA|11001",
                "Bogotá - Cundinamarca|11001",
                "STA MARTA|47001",
                "Sta. Marta|47001",
                "Cartagena de Indias|13001",
                "CARTAGENA|13001",
                "SAN JOSE DE CUCUTA|54001",
                "Cúcuta|54001",
                "Santiago de Cali|76001",
                "CALI - VALLE|76001",
                "CALI VALLE DEL CAUCA COLOMBIA|76001",
                "VALLE DEL CAUCA - CALI|76001",
                "Medellín (Antioquia)|05001",
                "BUGA|76111",
                "Guadalajara de Buga|76111",
                "TUMACO|52835",
                "San Juan de Pasto|52001",
                "PTO BERRIO|05579",
                "PTO. ASIS PUTUMAYO|86568",
                "SN GIL|68679",
                "SANGIL|68679",
                "Sto Tomas|08685",
                "UBATE|25843",
                "MOMPOX|13468",
                "Villa de Leyva|15407",
                "Carmen de Bolivar|13244",
                "EL CARMEN DE BOLIVAR|13244",
                "Carmen de Viboral|05148",
                "SANTA ROSA DE CABAL|66682",
                "SANTA ROSA CABAL|66682",
                "Mariquita|73443",
                "espinal|73268",
                "SANTANDER DE QUILICHAO|19698",
                "RIONEGRO ANTIOQUIA|05615",
                "RIONEGRO SANTANDER|68615",
                "Armenia - Quindío|63001",
                "ARMENIA (ANTIOQUIA)|05059",
                "CALDAS ANTIOQUIA|05129",
                "CORDOBA QUINDIO|63212",
                "BOLIVAR CAUCA|19100",
                "SUCRE SUCRE|70771",
                "LA UNION - VALLE|76400",
                "LA UNION NARIÑO|52399",
                "SAN ANDRES ISLAS|88001",
                "NARIÑO CUNDINAMARCA|25483",
                "11001|11001",
                "5001|05001",
                "05001000|05001",
                "Municipio de Soacha|25754",
            })
    void theUsualFormsAreKnown(String raw, String code) {
        assertThat(directory.find(raw)).isEqualTo(sure(code));
    }

    @ParameterizedTest
    @CsvSource({
        "RIONEGRO, ANTIOQUIA, 05615",
        "RIONEGRO, Santander, 68615",
        "VILLANUEVA, Casanare, 85440",
        "VILLANUEVA, LA GUAJIRA, 44874",
        "VILLANUEVA, BOLIVAR, 13873",
        "VILLANUEVA, Santander, 68872",
        "SAN FRANCISCO, CUNDINAMARCA, 25658",
        "SAN FRANCISCO, Antioquia, 05652",
        "San Francisco, Putumayo, 86755",
        "ARMENIA, Quindio, 63001",
        "ARMENIA, Antioquia, 05059",
        "BARBOSA, Santander, 68077",
        "BARBOSA, Antioquia, 05079",
        "LA UNION, Valle, 76400",
        "LA UNION, Sucre, 70400",
        "LA UNION, Antiquia, 05400",
        "BOGOTA, CUNDINAMARCA, 11001",
        "SOACHA, BOGOTA D.C., 25754",
        "OCAÑA, N. de Santander, 54498",
        "SAN ANDRES, ARCHIPIELAGO DE SAN ANDRES, 88001",
        "SAN ANDRES, SANTANDER, 68669",
        "CARMEN, SANTANDER, 68235",
        "SAN PEDRO, ANTIOQUIA, 05664",
        "'CALI, VALLE', VALLE DEL CAUCA, 76001",
    })
    void theDepartmentTellsWhichOfOneName(String city, String department, String code) {
        assertThat(directory.find(city, department)).isEqualTo(sure(code));
    }

    @ParameterizedTest
    @CsvSource({
        "RIONEGRO, 05615",
        "ARMENIA, 63001",
        "BARBOSA, 05079",
        "LA UNION, 76400",
        "VILLANUEVA, 44874",
        "GRANADA, 50313",
        "SAN ANDRES, 88001",
        "CANDELARIA, 76130",
    })
    void withoutADepartmentTheMostPopulousIsTakenAndFlagged(String raw, String code) {
        assertThat(directory.find(raw)).isEqualTo(new CityMatch(new CityCode(code), true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "BOGTOA, '', 11001",
        "MEDELIN, '', 05001",
        "BARANQUILLA, '', 08001",
        "BARRANQUILA, Atlantico, 08001",
        "BUCARAMNAGA, '', 68001",
        "VILLAVISENSIO, Meta, 50001",
        "IBAGUEE, '', 73001",
        "DOSQUEBRADS, '', 66170",
        "FUSAGASUGAA, '', 25290",
        "PIEDECUSTA, '', 68547",
        "BARRANCAVERMEJA, '', 68081",
        "RIONEGROO, Antioquia, 05615",
        "MANIZALEZ, '', 17001",
    })
    void wrongLettersAreMended(String city, String department, String code) {
        assertThat(directory.find(city, department)).isEqualTo(new CityMatch(new CityCode(code), false, true));
    }

    @Test
    void aQuarterBesideAWellKnownCityIsLeftOut() {
        assertThat(directory.find("BOGOTA - SUBA")).isEqualTo(new CityMatch(new CityCode("11001"), false, true));
        assertThat(directory.find("Cali (Pance)", "Valle"))
                .isEqualTo(new CityMatch(new CityCode("76001"), false, true));
    }

    @Test
    void aWellKnownCityInTheWrongDepartmentIsTakenAndFlagged() {
        assertThat(directory.find("BARRANQUILLA", "MAGDALENA"))
                .isEqualTo(new CityMatch(new CityCode("08001"), true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIAMI", "QUITO", "ASDF", "99999", "CL", "RIONEGRA VEREDA", "LA UNOIN", "CALLE 5 # 4-3"})
    void whatNamesNoMunicipalityStaysAsItIs(String raw) {
        assertThat(directory.find(raw)).isEqualTo(new CityMatch(CityCode.raw(CityNames.normal(raw)), false, false));
    }

    @Test
    void theUnknownOfTwoDepartmentsStayApart() {
        assertThat(directory.find("Peladero", "Cauca").code())
                .isNotEqualTo(directory.find("Peladero", "Huila").code());
    }

    @Test
    void nothingIsNothing() {
        assertThat(directory.find("")).isEqualTo(CityMatch.NOTHING);
        assertThat(directory.find(" - ", "Valle")).isEqualTo(CityMatch.NOTHING);
    }

    @Test
    void aTextOfAMegabyteStaysAsItIs() {
        CityMatch match = directory.find("z".repeat(1_000_000));
        assertThat(match.code().isKnown()).isFalse();
        assertThat(match.code().code()).hasSizeLessThanOrEqualTo(61);
    }

    @Test
    void everyPackagedMunicipalityIsFoundByNameAndDepartmentAndIsInColombia() {
        assertThat(directory.cities()).hasSizeGreaterThan(900);
        Set<String> departments = directory.cities().stream()
                .map(city -> city.code().department())
                .collect(Collectors.toSet());
        assertThat(departments).hasSize(33);
        for (City city : directory.cities()) {
            assertThat(directory.find(city.name(), city.department()))
                    .isEqualTo(sure(city.code().code()));
            assertThat(directory.find(city.name() + " - " + city.department()).code())
                    .isEqualTo(city.code());
            assertThat(city.latitude()).isBetween(-4.3, 13.5);
            assertThat(city.longitude()).isBetween(-82.0, -66.8);
            assertThat(city.population()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"11001, 05001, 242", "11001, 76001, 297", "08001, 13001, 101", "11001, 11001, 0", "88001, 91001, 2274"})
    void distancesAreThoseOfTheMap(String from, String to, double km) {
        assertThat(directory.distanceKm(new CityCode(from), new CityCode(to))).isCloseTo(km, within(km * 0.03 + 0.001));
        assertThat(directory.distanceKm(new CityCode(to), new CityCode(from)))
                .isEqualTo(directory.distanceKm(new CityCode(from), new CityCode(to)));
    }

    @Test
    void theDistanceOfAnUnknownPlaceIsNotANumber() {
        assertThat(directory.distanceKm(new CityCode("11001"), CityCode.UNKNOWN))
                .isNaN();
    }

    @Test
    void anOfficialListAddsAndRenewsAndTellsWhatItLeftOut() {
        Reader list = new StringReader("""
                Código DANE;Municipio;Departamento;Latitud;Longitud;Población
                05.004;ABRIAQUÍ;ANTIOQUIA;6,63;-76,06;1971
                05001;MEDELLÍN;ANTIOQUIA;;;2600000
                xx;NADA;ANTIOQUIA;;;
                05999;"PUEBLO ""NUEVO"" DEL OESTE";ANTIOQUIA;95;0;-4
                """);
        CityImport.Loaded loaded = (CityImport.Loaded) directory.with(list);
        assertThat(loaded.rows()).isEqualTo(3);
        assertThat(loaded.skipped()).containsExactly("line 4: code 'xx' with name 'NADA' is no municipality");
        CityDirectory larger = loaded.directory();
        assertThat(larger.find("Abriaqui", "Antioquia")).isEqualTo(sure("05004"));
        City medellin = larger.city(new CityCode("05001")).orElseThrow();
        assertThat(medellin.population()).isEqualTo(2_600_000);
        assertThat(medellin.latitude()).isEqualTo(6.25);
        assertThat(larger.find("pueblo nuevo del oeste")).isEqualTo(sure("05999"));
        assertThat(larger.distanceKm(new CityCode("05001"), new CityCode("05999")))
                .isNaN();
        assertThat(directory.find("Abriaqui", "Antioquia").code().isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "a,b\n1,2\n", "codigo_dane\n05001\n", "codigo_dane,municipio\n", "\u0000\u0001"})
    void whatIsNoListIsRefused(String text) {
        assertThat(directory.with(new StringReader(text))).isInstanceOf(CityImport.Refused.class);
    }

    @Test
    void anEndlessListIsReadToTheBound() {
        StringBuilder list = new StringBuilder("codigo_dane,municipio\n");
        for (int i = 0; i < 30_000; i++) {
            list.append(10_000 + i).append(",X").append(i).append('\n');
        }
        list.append("x".repeat(5_000_000));
        CityImport.Loaded loaded = (CityImport.Loaded) directory.with(new StringReader(list.toString()));
        assertThat(loaded.rows()).isEqualTo(DivipolaReader.MOST_ROWS);
        assertThat(loaded.skipped()).hasSize(1);
    }
}
