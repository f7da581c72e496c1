package co.litper.cerebro.server.face.carriers;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the page of carriers says. */
public enum CarrierWords implements Said {
    NOTE(
            "Cada parte lleva su intervalo del 95 %: con pocos casos es ancho, y dos que se cruzan no dicen quién es mejor.",
            "Each share has its 95 % interval: with few cases it is wide, and two that overlap do not tell who is better."),
    ALL("Todas las ciudades", "All cities"),
    LANES("Rutas: transportadora y ciudad", "Lanes: carrier and city"),
    LANES_OF("Rutas de {0}", "Lanes of {0}"),
    LANES_TO("Hacia {0}, por transportadora", "To {0}, by carrier"),
    NO_CITY(
            "No se sabe cuál es esa ciudad. Escríbala como en la guía; si hay varias, con su departamento.",
            "It is not known which city that is. Write it as on the waybill; if there are several, with its department."),
    TO_CITY("¿Con quién a esta ciudad?", "Who for this city?"),
    SHOW("Ver", "Show"),
    CARRIER("Transportadora", "Carrier"),
    CITY("Ciudad", "City"),
    PARCELS("Envíos", "Shipments"),
    OPEN("Abiertas", "Open"),
    ON_TIME("A tiempo", "On time"),
    RETURNS("Devoluciones", "Returns"),
    ISSUES("Con novedad", "With a novedad"),
    RESCUES("Rescate", "Rescued"),
    DAYS("Días", "Days"),
    LOST("Perdido", "Lost"),
    NOTHING("Todavía no hay envíos.", "There are no shipments yet."),
    NEXT("Siguientes", "Next"),
    SHOW_ALL("Ver todas", "Show all"),
    MAP("Mapa de Colombia con ciudades y rutas", "Map of Colombia with cities and lanes"),
    MAP_CITY("{0}: {1} {1:envío, devuelto|envíos, devueltos} {2}", "{0}: {1} {1:shipment|shipments}, returned {2}"),
    MAP_LANE("{0} → {1}: {2}", "{0} → {1}: {2}"),
    MAP_NOTE(
            "Cada círculo es una ciudad, según sus envíos; rojo: devuelve más que el conjunto con certeza; verde: menos; gris: no se distingue. Las líneas son las rutas de los últimos envíos. Las mismas cifras están en las tablas.",
            "Each circle is a city, by its shipments; red: surely returns more than all together; green: less; grey: cannot be told. Lines are the lanes of the last shipments. The same figures stand in the tables."),
    MAP_NO_LANES(
            "Cada círculo es una ciudad, según sus envíos; rojo: devuelve más que el conjunto con certeza; verde: menos; gris: no se distingue. Los datos no dicen de dónde salen los envíos: no se dibujan rutas. Las mismas cifras están en las tablas.",
            "Each circle is a city, by its shipments; red: surely returns more than all together; green: less; grey: cannot be told. The data do not tell where shipments start: no lanes are drawn. The same figures stand in the tables.");

    private final String spanish;
    private final String english;

    CarrierWords(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
