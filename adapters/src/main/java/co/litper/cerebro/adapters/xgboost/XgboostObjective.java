package co.litper.cerebro.adapters.xgboost;

import co.litper.cerebro.learners.tree.flat.Link;

/** How an objective turns margins into answers, and its base score into a margin. */
enum XgboostObjective {
    NUMBER(Link.IDENTITY),
    PROBABILITY(Link.LOGISTIC),
    RATE(Link.EXPONENTIAL),
    CLASS(Link.STEP),
    SHARES(Link.SOFTMAX);

    private final Link link;

    XgboostObjective(Link link) {
        this.link = link;
    }

    static XgboostObjective named(String name) {
        return switch (name) {
            case "reg:squarederror",
                    "reg:linear",
                    "reg:squaredlogerror",
                    "reg:absoluteerror",
                    "reg:pseudohubererror",
                    "reg:quantileerror",
                    "rank:pairwise",
                    "rank:ndcg",
                    "rank:map",
                    "binary:logitraw" -> NUMBER;
            case "binary:logistic", "reg:logistic" -> PROBABILITY;
            case "count:poisson", "reg:gamma", "reg:tweedie" -> RATE;
            case "binary:hinge" -> CLASS;
            case "multi:softprob" -> SHARES;
            case "multi:softmax" ->
                throw new UnreadableModelException(
                        "the objective multi:softmax answers with a class number only. Maybe change"
                                + " its name in the model to multi:softprob, whose trees are the same.");
            default ->
                throw new UnreadableModelException("the objective " + name
                        + " is not known, and so neither is what margins mean. Maybe one that is: binary:logistic,"
                        + " reg:squarederror, count:poisson, multi:softprob.");
        };
    }

    Link link() {
        return link;
    }

    /** The margin of a base score, computed in 32 bits as XGBoost does. */
    float margin(float score) {
        return switch (this) {
            case NUMBER, CLASS, SHARES -> score;
            case PROBABILITY -> (float) -Math.log(1f / score - 1f);
            case RATE -> (float) Math.log(score);
        };
    }
}
