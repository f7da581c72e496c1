package co.litper.cerebro.server.demo;

import java.util.List;
import java.util.Map;

/**
 * A place to send to.
 *
 * @param name the municipality
 * @param department its department
 * @param weight how many parcels go there, by its inhabitants in thousands (DANE, census of 2018, rounded)
 * @param farDays days of road from the warehouse in Bogotá
 */
record DemoCity(String name, String department, int weight, double farDays) {

    /** About sixty places that hold half of the country's people. */
    static final List<DemoCity> ALL = List.of(
            new DemoCity("BOGOTÁ", "CUNDINAMARCA", 7413, 0.6),
            new DemoCity("MEDELLÍN", "ANTIOQUIA", 2529, 1.1),
            new DemoCity("CALI", "VALLE DEL CAUCA", 2445, 1.2),
            new DemoCity("BARRANQUILLA", "ATLÁNTICO", 1232, 1.8),
            new DemoCity("CARTAGENA", "BOLÍVAR", 1036, 1.9),
            new DemoCity("CÚCUTA", "NORTE DE SANTANDER", 669, 1.7),
            new DemoCity("SOLEDAD", "ATLÁNTICO", 666, 1.9),
            new DemoCity("IBAGUÉ", "TOLIMA", 569, 1.0),
            new DemoCity("SOACHA", "CUNDINAMARCA", 545, 0.7),
            new DemoCity("BUCARAMANGA", "SANTANDER", 529, 1.4),
            new DemoCity("VILLAVICENCIO", "META", 517, 1.0),
            new DemoCity("SANTA MARTA", "MAGDALENA", 507, 2.0),
            new DemoCity("VALLEDUPAR", "CESAR", 483, 2.0),
            new DemoCity("BELLO", "ANTIOQUIA", 482, 1.2),
            new DemoCity("PEREIRA", "RISARALDA", 477, 1.2),
            new DemoCity("MONTERÍA", "CÓRDOBA", 460, 2.0),
            new DemoCity("PASTO", "NARIÑO", 456, 2.4),
            new DemoCity("BUENAVENTURA", "VALLE DEL CAUCA", 424, 2.1),
            new DemoCity("MANIZALES", "CALDAS", 400, 1.2),
            new DemoCity("NEIVA", "HUILA", 347, 1.2),
            new DemoCity("PALMIRA", "VALLE DEL CAUCA", 311, 1.4),
            new DemoCity("ARMENIA", "QUINDÍO", 301, 1.2),
            new DemoCity("RIOHACHA", "LA GUAJIRA", 287, 2.8),
            new DemoCity("SINCELEJO", "SUCRE", 287, 2.1),
            new DemoCity("POPAYÁN", "CAUCA", 285, 1.9),
            new DemoCity("ITAGÜÍ", "ANTIOQUIA", 276, 1.2),
            new DemoCity("FLORIDABLANCA", "SANTANDER", 267, 1.4),
            new DemoCity("ENVIGADO", "ANTIOQUIA", 238, 1.2),
            new DemoCity("TULUÁ", "VALLE DEL CAUCA", 219, 1.5),
            new DemoCity("TUMACO", "NARIÑO", 213, 3.6),
            new DemoCity("DOSQUEBRADAS", "RISARALDA", 205, 1.3),
            new DemoCity("TUNJA", "BOYACÁ", 199, 0.9),
            new DemoCity("GIRÓN", "SANTANDER", 195, 1.5),
            new DemoCity("APARTADÓ", "ANTIOQUIA", 195, 2.4),
            new DemoCity("BARRANCABERMEJA", "SANTANDER", 191, 1.7),
            new DemoCity("FLORENCIA", "CAQUETÁ", 181, 2.3),
            new DemoCity("MAICAO", "LA GUAJIRA", 164, 3.0),
            new DemoCity("PIEDECUESTA", "SANTANDER", 160, 1.5),
            new DemoCity("YOPAL", "CASANARE", 149, 1.7),
            new DemoCity("IPIALES", "NARIÑO", 148, 2.8),
            new DemoCity("FUSAGASUGÁ", "CUNDINAMARCA", 142, 0.8),
            new DemoCity("FACATATIVÁ", "CUNDINAMARCA", 139, 0.8),
            new DemoCity("CHÍA", "CUNDINAMARCA", 136, 0.7),
            new DemoCity("CARTAGO", "VALLE DEL CAUCA", 134, 1.4),
            new DemoCity("PITALITO", "HUILA", 133, 1.8),
            new DemoCity("ZIPAQUIRÁ", "CUNDINAMARCA", 128, 0.8),
            new DemoCity("JAMUNDÍ", "VALLE DEL CAUCA", 127, 1.4),
            new DemoCity("RIONEGRO", "ANTIOQUIA", 126, 1.3),
            new DemoCity("YUMBO", "VALLE DEL CAUCA", 126, 1.3),
            new DemoCity("MAGANGUÉ", "BOLÍVAR", 124, 2.6),
            new DemoCity("CAUCASIA", "ANTIOQUIA", 120, 2.2),
            new DemoCity("QUIBDÓ", "CHOCÓ", 116, 3.2),
            new DemoCity("DUITAMA", "BOYACÁ", 114, 1.1),
            new DemoCity("SOGAMOSO", "BOYACÁ", 112, 1.1),
            new DemoCity("GIRARDOT", "CUNDINAMARCA", 107, 0.9),
            new DemoCity("CIÉNAGA", "MAGDALENA", 105, 2.2),
            new DemoCity("OCAÑA", "NORTE DE SANTANDER", 100, 2.2),
            new DemoCity("AGUACHICA", "CESAR", 96, 2.0),
            new DemoCity("ARAUCA", "ARAUCA", 92, 2.8),
            new DemoCity("MOCOA", "PUTUMAYO", 57, 2.9));

    /** How people also write some of them. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "BOGOTÁ", List.of("BOGOTA D.C.", "Bogotá, D.C.", "Bogota DC", "SANTA FE DE BOGOTA"),
            "CARTAGENA", List.of("CARTAGENA DE INDIAS", "Cartagena"),
            "SANTA MARTA", List.of("STA MARTA", "Sta. Marta"),
            "CÚCUTA", List.of("SAN JOSE DE CUCUTA", "Cucuta"),
            "TUMACO", List.of("SAN ANDRES DE TUMACO"),
            "CALI", List.of("SANTIAGO DE CALI", "Cali"),
            "PASTO", List.of("SAN JUAN DE PASTO"));

    private static final int TOTAL = ALL.stream().mapToInt(DemoCity::weight).sum();

    /** The place that a uniform draw of [0, 1) falls on, by weight. */
    static DemoCity at(double unit) {
        double left = unit * TOTAL;
        for (DemoCity city : ALL) {
            left -= city.weight();
            if (left < 0) {
                return city;
            }
        }
        return ALL.getLast();
    }

    /** The names that it goes by besides its own. */
    List<String> otherNames() {
        return OTHER_NAMES.getOrDefault(name, List.of());
    }
}
