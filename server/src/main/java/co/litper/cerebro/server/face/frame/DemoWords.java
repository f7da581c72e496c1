package co.litper.cerebro.server.face.frame;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the bar of a demonstration says. */
public enum DemoWords implements Said {
    BAR("Mundo de demostración", "World of the demonstration"),
    TOLD("Mundo simulado · {0} · día {1} · {2} días por minuto", "Simulated world · {0} · day {1} · {2} days a minute"),
    WARMING_UP(
            "Mundo simulado · {0} · día {1} · calentando, tan rápido como puede la máquina",
            "Simulated world · {0} · day {1} · warming up, as fast as the machine goes"),
    STOPPED("El mundo se detuvo: {0}", "The world has stopped: {0}"),
    SPEED("Días por minuto", "Days a minute"),
    CARRIER("Transportadora", "Carrier"),
    BREAK("Dañar", "Break"),
    MEND("Arreglar {0}", "Mend {0}");

    private final String spanish;
    private final String english;

    DemoWords(String spanish, String english) {
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
