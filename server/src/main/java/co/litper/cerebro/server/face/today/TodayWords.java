package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the first page says. */
public enum TodayWords implements Said {
    DECISIONS("Decisiones en vivo", "Decisions as they happen"),
    APPROVALS("Esperan su respuesta", "Waiting for your answer");

    private final String spanish;
    private final String english;

    TodayWords(String spanish, String english) {
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
