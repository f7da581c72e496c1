package co.litper.cerebro.server.ask;

import co.litper.cerebro.knowledge.Estimate;
import co.litper.cerebro.knowledge.ask.Condition;
import co.litper.cerebro.knowledge.ask.Measure;
import co.litper.cerebro.knowledge.ask.Step;
import co.litper.cerebro.server.text.Figures;
import java.util.List;

/** Steps in words, each with its figure, interval, number of shipments and what was held equal. */
final class StepText {
    private static final int POINTS = 100;
    private static final double LEAST_CHANCE = 0.001;

    private final ConditionText conditions;

    StepText(ConditionText conditions) {
        this.conditions = conditions;
    }

    String line(Step step) {
        return argument(step) + guides(step);
    }

    /** The step without examples. */
    String argument(Step step) {
        return sentence(step) + held(step) + chance(step);
    }

    /** The step without what was held equal and without examples. */
    String sentence(Step step) {
        String who = conditions.all(step.subject());
        String figure = figure(step);
        return switch (step.kind()) {
            case LEVEL ->
                (step.subject().isEmpty() && !step.against().isEmpty() ? pick("el resto", "the rest") : who) + ": "
                        + figure + " " + measured(step.measure());
            case COUNT -> who + ": " + shipments((long) step.figure().value());
            case DIFFERENCE ->
                pick("diferencia de ", "difference of ") + who + pick(" con ", " against ") + others(step) + ": "
                        + figure;
            case ADJUSTED -> who + against(step) + pick(", a igualdad de lo demás: ", ", all else equal: ") + figure;
            case CAUSE -> pick("causa: ", "cause: ") + who + " → " + figure + part(step);
            case MECHANISM ->
                pick("cómo ocurre: ", "how it comes about: ") + who + " → " + figure
                        + pick(" de esa novedad", " of that novedad") + part(step);
            case MINOR ->
                pick("pasa, pero explica poco: ", "so it is, but it explains little: ") + who + " → " + figure
                        + part(step);
            case CLEARED -> pick("descartado: ", "cleared: ") + who + " → " + figure + part(step);
            case REST ->
                pick("lo que queda sin esas causas: ", "what is left without those causes: ") + who + " → " + figure
                        + part(step);
            case RANK -> who + ": " + figure + " " + measured(step.measure());
            case SLOPE -> pick("cambio por semana: ", "change a week: ") + figure;
            case ASSUMED ->
                pick("supuesto: ", "assumption: ") + who + pick(", todos ", ", all ") + conditions.all(step.against())
                        + ": " + figure + " " + measured(step.measure());
            case EXPECTED -> pick("se espera: ", "to be expected: ") + figure + " " + measured(step.measure());
            case ALIKE -> pick("parecido: ", "alike: ") + who + ": " + alike(step);
            case ANSWERED ->
                conditions.solution(step.guides().getFirst()) + ": " + figure + pick(" entregados", " delivered");
        };
    }

    private String pick(String spanish, String english) {
        return conditions.pick(spanish, english);
    }

    private String shipments(long count) {
        return Figures.count(count) + (count == 1 ? pick(" envío", " shipment") : pick(" envíos", " shipments"));
    }

    private String against(Step step) {
        return step.against().isEmpty()
                ? pick(" frente al resto", " against the rest")
                : pick(" frente a ", " against ") + conditions.all(step.against());
    }

    private String others(Step step) {
        List<Condition> against = step.against();
        return against.isEmpty() ? pick("el resto", "the rest") : conditions.all(against);
    }

    private String alike(Step step) {
        double value = step.figure().value();
        if (step.measure() == Measure.DAYS) {
            return Figures.decimal(value, 1) + pick(" días", " days");
        }
        return (value > 0 ? "" : "no ") + measured(step.measure());
    }

    /** A level without its interval: {@code 31,1 %}. */
    String level(Step step) {
        boolean share = step.measure().isShare();
        return number(step.figure().value(), false, share) + (share ? "" : pick(" días", " days"));
    }

    String measured(Measure measure) {
        return switch (measure) {
            case LATE -> pick("tarde", "late");
            case RETURNED -> pick("devueltos", "returned");
            case ISSUE -> pick("con novedad", "with a novedad");
            case DAYS -> pick("hasta la entrega", "until delivery");
        };
    }

    private String figure(Step step) {
        boolean change = switch (step.kind()) {
            case DIFFERENCE, ADJUSTED, CAUSE, MINOR, MECHANISM, CLEARED, REST, SLOPE -> true;
            case LEVEL, COUNT, RANK, ASSUMED, EXPECTED, ALIKE, ANSWERED -> false;
        };
        Estimate e = step.figure();
        boolean share = step.measure().isShare() || isSearched(step);
        String interval = Double.isFinite(e.low())
                ? " (" + number(e.low(), change, share) + pick(" a ", " to ") + number(e.high(), change, share)
                        + "; n = " + Figures.count(e.n()) + ")"
                : " (n = " + Figures.count(e.n()) + ")";
        return number(e.value(), change, share) + unit(step, change, share) + interval;
    }

    /** Of days, differences are told as shares of shipments that take longer than three in four. */
    private static boolean isSearched(Step step) {
        return switch (step.kind()) {
            case CAUSE, MINOR, CLEARED, REST, ADJUSTED, MECHANISM -> true;
            case DIFFERENCE -> step.against().isEmpty();
            case LEVEL, COUNT, RANK, SLOPE, ASSUMED, EXPECTED, ALIKE, ANSWERED -> false;
        };
    }

    private String unit(Step step, boolean change, boolean share) {
        if (!share) {
            return pick(" días", " days");
        }
        String points = change ? pick(" puntos", " points") : "";
        return step.measure() == Measure.DAYS && change
                ? points + pick(" de envíos lentos", " of slow shipments")
                : points;
    }

    private static String number(double value, boolean change, boolean share) {
        String sign = change && value > 0 ? "+" : "";
        return share
                ? change ? sign + Figures.decimal(value * POINTS, 1) : Figures.percent(value, 1)
                : sign + Figures.decimal(value, 1);
    }

    private String part(Step step) {
        return Double.isFinite(step.share())
                ? pick(", explica el ", ", explains ") + Figures.percent(step.share())
                : "";
    }

    private String held(Step step) {
        return step.controlled().isEmpty()
                ? ""
                : pick("; a igualdad de ", "; held equal: ") + conditions.factors(step.controlled());
    }

    private String chance(Step step) {
        if (!Double.isFinite(step.p())) {
            return "";
        }
        return step.p() < LEAST_CHANCE ? "; p < 0,001" : "; p = " + Figures.decimal(step.p(), 3);
    }

    private String guides(Step step) {
        return step.guides().isEmpty() || step.kind() == Step.Kind.ANSWERED
                ? ""
                : pick("; guías ", "; guides ") + String.join(", ", step.guides());
    }
}
