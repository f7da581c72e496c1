package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** A place of the dashboard that the navigation leads to, in its order. */
public enum Place implements Said {
    TODAY("/", "Hoy", "Today"),
    SHIPMENTS("/shipments", "Envíos", "Shipments"),
    RESCUE("/rescue", "Novedades", "Novedades"),
    APPROVALS("/approvals", "Aprobaciones", "Approvals"),
    AUTONOMY("/autonomy", "Autonomía", "Autonomy"),
    LEARNING("/learning", "Aprendizaje", "Learning"),
    KNOWLEDGE("/knowledge", "Conocimiento", "Knowledge"),
    MESSAGES("/messages", "Mensajes", "Messages"),
    CARRIERS("/carriers", "Transportadoras", "Carriers"),
    EVENTS("/events", "Eventos", "Events"),
    SYSTEM("/system", "Sistema", "System"),
    /** Only where a simulated world is shown. */
    DEMO("/demo", "Demo", "Demo"),
    /** A page outside the navigation. */
    ELSEWHERE("", "", "");

    private final String path;
    private final String spanish;
    private final String english;

    Place(String path, String spanish, String english) {
        this.path = path;
        this.spanish = spanish;
        this.english = english;
    }

    /** Its address; empty for {@link #ELSEWHERE}. */
    public String path() {
        return path;
    }

    /** The place under which an address lies; {@link #ELSEWHERE} for one of no place. */
    static Place of(String address) {
        for (Place place : values()) {
            boolean under = !place.path.isEmpty() && place != TODAY && address.startsWith(place.path + "/");
            if (under || (!place.path.isEmpty() && address.equals(place.path))) {
                return place;
            }
        }
        return ELSEWHERE;
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ES -> spanish;
            case EN -> english;
        };
    }
}
