package co.litper.cerebro.logistics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The 32 departments and the capital district: from what people write to the two-digit DANE code. */
final class Departments {
    private static final String BOGOTA = "11";
    private static final String CUNDINAMARCA = "25";
    private static final int SHORTEST_WITH_TYPO = 6;

    private static final Map<String, String> CODES = codes();

    private Departments() {}

    /** The code of a department written exactly so, folded, or null. */
    static @Nullable String exact(String folded) {
        return CODES.get(folded);
    }

    /** The code of a department, one letter of which may be wrong; null if none or two are meant. */
    static @Nullable String mended(String folded) {
        String exact = CODES.get(folded);
        if (exact != null || folded.length() < SHORTEST_WITH_TYPO) {
            return exact;
        }
        Set<String> near = new HashSet<>();
        CODES.forEach((name, code) -> {
            if (name.length() >= SHORTEST_WITH_TYPO && EditDistance.atMost(name, folded, 1) <= 1) {
                near.add(code);
            }
        });
        return near.size() == 1 ? near.iterator().next() : null;
    }

    /** True if a city of department {@code actual} may be written with {@code told}: Bogotá is the seat of Cundinamarca. */
    static boolean fits(String told, String actual) {
        return told.equals(actual)
                || (told.equals(BOGOTA) && actual.equals(CUNDINAMARCA))
                || (told.equals(CUNDINAMARCA) && actual.equals(BOGOTA));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        put(codes, "05", "ANTIOQUIA", "ANT");
        put(codes, "08", "ATLANTICO", "ATL");
        put(
                codes,
                BOGOTA,
                "BOGOTA",
                "BOGOTA D C",
                "BOGOTA DC",
                "DISTRITO CAPITAL",
                "D C",
                "DC",
                "SANTAFE DE BOGOTA",
                "BOGOTA DISTRITO CAPITAL");
        put(codes, "13", "BOLIVAR", "BOL");
        put(codes, "15", "BOYACA", "BOY");
        put(codes, "17", "CALDAS");
        put(codes, "18", "CAQUETA");
        put(codes, "19", "CAUCA");
        put(codes, "20", "CESAR");
        put(codes, "23", "CORDOBA");
        put(codes, CUNDINAMARCA, "CUNDINAMARCA", "CUND", "CUNDI", "C MARCA");
        put(codes, "27", "CHOCO");
        put(codes, "41", "HUILA");
        put(codes, "44", "LA GUAJIRA", "GUAJIRA");
        put(codes, "47", "MAGDALENA", "MAG");
        put(codes, "50", "META");
        put(codes, "52", "NARINO");
        put(
                codes,
                "54",
                "NORTE DE SANTANDER",
                "NORTE SANTANDER",
                "N DE SANTANDER",
                "N SANTANDER",
                "NTE DE SANTANDER",
                "NTE SANTANDER",
                "SANTANDER DEL NORTE",
                "N S");
        put(codes, "63", "QUINDIO");
        put(codes, "66", "RISARALDA");
        put(codes, "68", "SANTANDER", "SANTANDER DEL SUR", "SDER");
        put(codes, "70", "SUCRE");
        put(codes, "73", "TOLIMA");
        put(codes, "76", "VALLE DEL CAUCA", "VALLE", "VALLE CAUCA", "V DEL CAUCA", "V CAUCA");
        put(codes, "81", "ARAUCA");
        put(codes, "85", "CASANARE");
        put(codes, "86", "PUTUMAYO");
        put(
                codes,
                "88",
                "ARCHIPIELAGO DE SAN ANDRES PROVIDENCIA Y SANTA CATALINA",
                "ARCHIPIELAGO DE SAN ANDRES",
                "SAN ANDRES Y PROVIDENCIA",
                "SAN ANDRES PROVIDENCIA Y SANTA CATALINA",
                "SAN ANDRES ISLAS",
                "SAN ANDRES ISLA",
                "SAN ANDRES",
                "ISLAS");
        put(codes, "91", "AMAZONAS");
        put(codes, "94", "GUAINIA");
        put(codes, "95", "GUAVIARE");
        put(codes, "97", "VAUPES");
        put(codes, "99", "VICHADA");
        return codes;
    }

    private static void put(Map<String, String> codes, String code, String... names) {
        for (String name : names) {
            codes.put(name, code);
        }
    }
}
