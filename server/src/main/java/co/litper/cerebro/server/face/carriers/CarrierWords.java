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
    SHOW_ALL("Ver todas", "Show all");

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
