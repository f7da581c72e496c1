package co.litper.cerebro.server.face.today;

import co.litper.cerebro.server.read.Worth;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;
import co.litper.cerebro.server.text.Texts;

/** Why nobody can tell in pesos what the brain is worth, on each page that tells it in the same words. */
public enum WorthWords implements Said {
    TOO_FEW(
            "Todavía no se puede decir en pesos: el azar dejó quieta al comienzo la novedad de {0} envíos, que pesan como {1}; con menos de {2} no se afirma nada.",
            "Nobody can tell in pesos yet: chance left the novedad of {0} shipments at first, which weigh as {1}; with fewer than {2} nothing is claimed."),
    OF_A_KIND(
            "No se puede decir en pesos: los {0} envíos cuya novedad el azar dejó quieta al comienzo no son como los demás (hablan por el {1} de ellos).",
            "Nobody can tell in pesos: the {0} shipments whose novedad chance left at first are not like the others (they speak for {1} of them).");

    private final String spanish;
    private final String english;

    WorthWords(String spanish, String english) {
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

    /** The reason, for a worth whose gain is unknown. */
    public static String whyUnknown(Worth worth, Texts texts) {
        return worth.isTooFew()
                ? texts.say(
                        TOO_FEW,
                        Figures.count(worth.left()),
                        Figures.decimal(worth.effective(), 0),
                        Figures.decimal(Worth.LEAST_EFFECTIVE, 0))
                : texts.say(OF_A_KIND, Figures.count(worth.left()), Figures.percent(worth.support()));
    }
}
