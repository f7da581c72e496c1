package co.litper.cerebro.server.why;

import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.server.text.Figures;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Phrase;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.world.WireException;
import java.util.Optional;

/** Puts a feature that swayed a forecast into words: what it is, and its value as people know the quantity. */
final class FeatureText {
    private FeatureText() {}

    /** The row in a receipt, or empty if it holds none or one of another release. */
    static Optional<FeatureRow> row(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(FeatureRow.fromBytes(bytes));
        } catch (WireException otherRelease) {
            // The receipt stays readable without the values of a row that this release cannot read.
            return Optional.empty();
        }
    }

    /** {@code retrasos en esta ruta = 35 %}; only what it is if the row does not tell the value. */
    static String of(Reason reason, Optional<FeatureRow> row, Texts texts) {
        if (reason.feature() >= Feature.COUNT) {
            return texts.say(Phrase.FEATURE, reason.feature());
        }
        Feature feature = Feature.at(reason.feature());
        String label = label(feature, texts.language());
        return row.map(r -> r.get(feature))
                .map(value -> label + " = " + value(feature, value, texts))
                .orElse(label);
    }

    private static String label(Feature feature, Language language) {
        return switch (language) {
            case ES -> feature.spanish();
            case EN -> feature.english();
        };
    }

    private static String value(Feature feature, float value, Texts texts) {
        if (Float.isNaN(value)) {
            return "–";
        }
        double natural = feature.natural(value);
        return switch (feature.unit()) {
            case LOG_ODDS, SHARE -> Figures.percent(natural, 1);
            case LOG_DAYS -> Figures.decimal(natural, 1) + " d";
            case LOG_RATIO -> Figures.decimal(natural, 2) + " ×";
            case LOG_AMOUNT -> Figures.pesos(Math.round(natural));
            case LOG_KG -> Figures.decimal(natural, 1) + " kg";
            case LOG_HOURS -> Figures.decimal(natural, 0) + " h";
            case YES_NO -> texts.say(natural > 0.5 ? Phrase.YES : Phrase.NO);
            case HARMONIC -> Figures.decimal(natural, 2);
            case HOUR, STEP, COUNT -> Figures.decimal(natural, 0);
        };
    }
}
