package co.litper.cerebro.logistics;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How names of cities are written: abbreviations, articles left out, and names beside the official one. */
final class CityNames {
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("STA", "SANTA"),
            Map.entry("STO", "SANTO"),
            Map.entry("SN", "SAN"),
            Map.entry("PTO", "PUERTO"),
            Map.entry("PTE", "PUENTE"),
            Map.entry("VLLA", "VILLA"),
            Map.entry("STGO", "SANTIAGO"),
            Map.entry("CDAD", "CIUDAD"),
            Map.entry("CGENA", "CARTAGENA"),
            Map.entry("MPIO", "MUNICIPIO"));
    private static final Set<String> ARTICLES = Set.of("EL", "LA", "LOS", "LAS");
    private static final Set<String> CONNECTORS = Set.of("DE", "DEL", "EL", "LA", "LOS", "LAS", "Y");
    private static final String MUNICIPALITY = "MUNICIPIO DE ";
    private static final int SHORTEST_WITHOUT_ARTICLE = 4;

    private static final Map<String, List<String>> ALIASES = aliases();

    private CityNames() {}

    /** Folded, abbreviations written out, without MUNICIPIO DE before. */
    static String normal(String raw) {
        String[] words = Phrases.words(Folding.fold(raw));
        for (int i = 0; i < words.length; i++) {
            words[i] = ABBREVIATIONS.getOrDefault(words[i], words[i]);
        }
        String name = String.join(" ", words);
        return name.startsWith(MUNICIPALITY) ? name.substring(MUNICIPALITY.length()) : name;
    }

    /** The name without articles and prepositions, if at least two words remain; otherwise the name. */
    static String bare(String name) {
        StringBuilder out = new StringBuilder();
        int kept = 0;
        for (String word : Phrases.words(name)) {
            if (!CONNECTORS.contains(word)) {
                out.append(kept++ == 0 ? "" : " ").append(word);
            }
        }
        return kept >= 2 ? out.toString() : name;
    }

    /** What a city is also called, in normal form: known by-names, parts of a double name, no article. */
    static Set<String> besides(String code, String officialName) {
        Set<String> names = new LinkedHashSet<>();
        for (String alias : ALIASES.getOrDefault(code, List.of())) {
            names.add(normal(alias));
        }
        if (officialName.contains(" - ")) {
            for (String part : officialName.split(" - ", -1)) {
                names.add(normal(part));
            }
        }
        Set<String> more = new LinkedHashSet<>(names);
        more.add(normal(officialName));
        for (String name : more) {
            names.add(bare(name));
            int first = name.indexOf(' ');
            if (first > 0
                    && ARTICLES.contains(name.substring(0, first))
                    && name.length() - first - 1 >= SHORTEST_WITHOUT_ARTICLE) {
                names.add(name.substring(first + 1));
            }
        }
        names.remove(normal(officialName));
        return names;
    }

    private static Map<String, List<String>> aliases() {
        Map<String, List<String>> aliases = new HashMap<>();
        capitals(aliases);
        others(aliases);
        return aliases;
    }

    private static void capitals(Map<String, List<String>> aliases) {
        aliases.put(
                "11001",
                List.of(
                        "Bogotá",
                        "Bogotá DC",
                        "Santafé de Bogotá",
                        "Santa Fe de Bogotá",
                        "Bogotá Distrito Capital",
                        "Santafé de Bogotá D.C.",
                        "BTA",
                        "BOG"));
        aliases.put("05001", List.of("MED", "MDE", "Medellín Antioquia"));
        aliases.put("08001", List.of("B QUILLA", "BQUILLA", "BAQ", "Barranquilla Distrito"));
        aliases.put("13001", List.of("Cartagena", "CTG", "Cartagena Distrito Turístico"));
        aliases.put("47001", List.of("Santa Marta Distrito", "SMR"));
        aliases.put("54001", List.of("Cúcuta", "San José Cúcuta"));
        aliases.put("52001", List.of("San Juan de Pasto"));
        aliases.put("68001", List.of("B MANGA", "BMANGA", "BUCARA"));
        aliases.put("76001", List.of("Santiago de Cali", "Cali Distrito"));
        aliases.put("50001", List.of("VCIO", "V CIO", "VILLAO"));
        aliases.put("20001", List.of("Valle de Upar", "Vpar"));
        aliases.put("27001", List.of("San Francisco de Quibdó"));
        aliases.put("85001", List.of("San José de Yopal", "El Yopal"));
        aliases.put("88001", List.of("San Andrés Isla", "San Andrés Islas", "Isla de San Andrés"));
        aliases.put("88564", List.of("Providencia y Santa Catalina", "Isla de Providencia", "Providencia Isla"));
        aliases.put("94001", List.of("Puerto Inírida"));
        aliases.put("91001", List.of("Leticia Amazonas"));
        aliases.put("44001", List.of("Río Hacha", "Riohacha Distrito"));
    }

    private static void others(Map<String, List<String>> aliases) {
        aliases.put("76111", List.of("Buga"));
        aliases.put("52835", List.of("Tumaco"));
        aliases.put("25843", List.of("Ubaté", "Villa de Ubaté", "San Diego de Ubaté"));
        aliases.put("70820", List.of("Tolú"));
        aliases.put("70823", List.of("Toluviejo", "Tolú Viejo"));
        aliases.put("13468", List.of("Mompox", "Mompós", "Santa Cruz de Mompós"));
        aliases.put("13244", List.of("Carmen", "Carmen de Bolívar"));
        aliases.put("05148", List.of("Carmen"));
        aliases.put("68235", List.of("Carmen"));
        aliases.put("05042", List.of("Santafé de Antioquia", "Santa Fe", "Santafé", "Antioquia"));
        aliases.put("19698", List.of("Quilichao", "Santander de Quilichao"));
        aliases.put("19532", List.of("El Bordo", "Patía El Bordo"));
        aliases.put("86865", List.of("La Hormiga", "Valle del Guamués", "Guamuez"));
        aliases.put("86757", List.of("La Dorada Putumayo"));
        aliases.put("73443", List.of("Mariquita"));
        aliases.put("73055", List.of("Armero", "Guayabal"));
        aliases.put("73268", List.of("Espinal"));
        aliases.put("73319", List.of("Guamo"));
        aliases.put("20013", List.of("Codazzi"));
        aliases.put("68081", List.of("Barranca", "Barranca Bermeja"));
        aliases.put("25290", List.of("Fusa"));
        aliases.put("25269", List.of("Faca"));
        aliases.put("25899", List.of("Zipa"));
        aliases.put("05541", List.of("Peñol"));
        aliases.put("05607", List.of("Retiro"));
        aliases.put("05664", List.of("San Pedro", "San Pedro Milagros"));
        aliases.put("05674", List.of("San Vicente"));
        aliases.put("05690", List.of("Santo Domingo"));
        aliases.put("05237", List.of("Don Matías"));
        aliases.put("05101", List.of("Ciudad Bolívar", "Bolívar"));
        aliases.put("05576", List.of("Pueblo Rico"));
        aliases.put("47170", List.of("Chivolo"));
        aliases.put("47555", List.of("El Plato"));
        aliases.put("47692", List.of("San Sebastián"));
        aliases.put("47570", List.of("Pueblo Viejo"));
        aliases.put("47745", List.of("Sitio Nuevo"));
        aliases.put("52427", List.of("Magüí", "Payán"));
        aliases.put("52699", List.of("Guachavés", "Santacruz Guachavés", "Santa Cruz"));
        aliases.put("52520", List.of("Salahonda"));
        aliases.put("52490", List.of("Bocas de Satinga", "Satinga"));
        aliases.put("52224", List.of("Cuaspud", "Carlosama"));
        aliases.put("15332", List.of("Güicán"));
        aliases.put("15407", List.of("Villa de Leiva"));
        aliases.put("18753", List.of("San Vicente", "San Vicente Caguán"));
        aliases.put("95001", List.of("San José"));
        aliases.put("68689", List.of("San Vicente"));
        aliases.put("23417", List.of("Santa Cruz de Lorica"));
        aliases.put("23586", List.of("Purísima"));
        aliases.put("23670", List.of("San Andrés Sotavento"));
        aliases.put("23675", List.of("San Bernardo"));
        aliases.put("70742", List.of("Sincé"));
        aliases.put("70523", List.of("San Antonio de Palmito"));
        aliases.put("70702", List.of("Betulia"));
        aliases.put("13688", List.of("Santa Rosa"));
        aliases.put("13442", List.of("María La Baja", "Marialabaja"));
        aliases.put("20443", List.of("Manaure"));
        aliases.put("44078", List.of("Barrancas"));
        aliases.put("66682", List.of("Santa Rosa"));
        aliases.put("05686", List.of("Santa Rosa"));
        aliases.put("76126", List.of("Darién", "Calima El Darién", "Calima Darién"));
        aliases.put("76248", List.of("Cerrito"));
        aliases.put("27075", List.of("Ciudad Mutis", "Mutis"));
        aliases.put("27077", List.of("Pizarro"));
        aliases.put("27250", List.of("Litoral del San Juan", "Santa Genoveva de Docordó"));
        aliases.put("50577", List.of("Lleras"));
        aliases.put("50370", List.of("La Uribe"));
        aliases.put("50711", List.of("Vista Hermosa"));
        aliases.put("86573", List.of("Leguízamo"));
        aliases.put("54720", List.of("Sardinata"));
        aliases.put("25645", List.of("San Antonio", "San Antonio Tequendama"));
        aliases.put("25245", List.of("Mesitas del Colegio", "Mesitas"));
        aliases.put("19548", List.of("Piendamó"));
        aliases.put("19760", List.of("Sotará", "Paispamba"));
        aliases.put("19418", List.of("López"));
    }
}
