package co.litper.cerebro.server.face.live;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What lists of decisions say. */
public enum LiveWords implements Said {
    WHEN("Hora", "Time"),
    DECISION("Decisión", "Decision"),
    PARCEL("Envío", "Shipment"),
    CHOSEN("Qué se decidió", "What was decided"),
    DELAY("Riesgo de retraso", "Risk of delay"),
    OBSERVED("solo observa", "observe only");

    private final String spanish;
    private final String english;

    LiveWords(String spanish, String english) {
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
