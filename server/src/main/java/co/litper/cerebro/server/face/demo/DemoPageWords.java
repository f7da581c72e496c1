package co.litper.cerebro.server.face.demo;

import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Said;

/** What the page of a demonstration says. */
public enum DemoPageWords implements Said {
    MORE(
            "En las últimas {1} semanas conocidas el cerebro ganó {0} más por envío que la mejor política fija.",
            "In the last {1} weeks that are known the brain earned {0} a parcel more than the best static policy."),
    LESS(
            "En las últimas {1} semanas conocidas el cerebro ganó {0} menos por envío que la mejor política fija.",
            "In the last {1} weeks that are known the brain earned {0} a parcel less than the best static policy."),
    TOO_EARLY(
            "Todavía no se sabe de ninguna semana entera: los envíos tardan días en terminar.",
            "No whole week is known yet: parcels take days to end."),
    MARGINS("Margen por envío, semana a semana", "Margin a parcel, week by week"),
    MARGINS_TOLD(
            "Los mismos pedidos en dos mundos gemelos: en uno decide el cerebro, en el otro la mejor transportadora fija de cada"
                    + " departamento. Por semana del pedido, cuando ha terminado el 95 % de ambos.",
            "The same orders in two twin worlds: the brain decides in one, the best static carrier of each department in the"
                    + " other. By week of the order, once 95 % of both have ended."),
    SHARES("A quién da el cerebro los envíos, día a día", "Whom the brain gives parcels to, day by day"),
    WEEK("Semana", "Week"),
    DAY("Día", "Day"),
    MARGIN_AXIS("COP por envío", "COP a parcel"),
    BRAIN("Cerebro", "Cerebro"),
    FIXED("Política fija", "Static policy"),
    GAIN("Diferencia", "Difference"),
    LATE("Tarde: cerebro", "Late: brain"),
    LATE_FIXED("Tarde: fija", "Late: static"),
    RETURNED("Devueltos: cerebro", "Returned: brain"),
    RETURNED_FIXED("Devueltos: fija", "Returned: static"),
    PARCELS("Envíos", "Parcels"),
    BROKEN_SINCE("{0} (dañada {1})", "{0} (broken {1})");

    private final String spanish;
    private final String english;

    DemoPageWords(String spanish, String english) {
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
