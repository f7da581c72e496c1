package co.litper.cerebro.simulator.report;

import java.util.function.ToDoubleFunction;

/** What is told of a player, one figure a world. */
public enum Measure {
    ON_TIME("onTimeShare", run -> run.total().onTimeShare()),
    LATE("lateShare", run -> run.total().lateShare()),
    RETURNS("returnShare", run -> run.total().returnShare()),
    AUTO_RESOLVED("autoResolved", run -> run.total().autoResolved()),
    RESCUED("rescuedShare", run -> run.total().rescuedShare()),
    CONTACTS("contactsPerParcel", run -> run.total().contactsPerParcel()),
    COST("costCop", run -> run.total().costCop()),
    MARGIN("marginCop", run -> run.total().marginCop()),
    POINTS("rewardPerDecision", run -> run.total().pointsPerDecision()),
    OPEN("openShare", run -> run.total().openShare()),
    DELAY_ERROR("delayCalibrationError", run -> run.receipts().delayError()),
    RETURN_ERROR("returnCalibrationError", run -> run.receipts().returnError()),
    PRECISION("decisionPrecision", run -> run.receipts().precision()),
    CARRIER_PRECISION("carrierPrecision", run -> run.receipts().carrierPrecision()),
    ANSWER_PRECISION("answerPrecision", run -> run.receipts().answerPrecision()),
    SUREST_PRECISION("decisionPrecisionAt60", run -> run.receipts().surestPrecision()),
    COVERAGE("decisionCoverage", run -> run.receipts().coverage());

    private final String json;
    private final ToDoubleFunction<Run> figure;

    Measure(String json, ToDoubleFunction<Run> figure) {
        this.json = json;
        this.figure = figure;
    }

    /** Its name in JSON. */
    public String json() {
        return json;
    }

    /** The figure of a run, or NaN if the player has none. */
    double of(Run run) {
        return figure.applyAsDouble(run);
    }
}
