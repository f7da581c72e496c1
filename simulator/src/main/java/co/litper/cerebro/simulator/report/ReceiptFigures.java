package co.litper.cerebro.simulator.report;

/**
 * What the product's receipts are worth against outcomes and truth, all shares.
 *
 * @param delayError expected calibration error of the delay forecast
 * @param returnError expected calibration error of the return forecast
 * @param precision of decisions that matter and were taken, the share with little regret
 * @param carrierPrecision the same of carriers alone
 * @param answerPrecision the same of answers to novedades alone
 * @param surestPrecision the share of {@code precision} among the {@value PrecisionJudge#SUREST} of decisions that matter of which the
 *     product was surest, as if it left the rest to people
 * @param coverage of decisions that matter, the share that was taken and not left to people
 */
record ReceiptFigures(
        double delayError,
        double returnError,
        double precision,
        double carrierPrecision,
        double answerPrecision,
        double surestPrecision,
        double coverage) {
    static final ReceiptFigures NONE =
            new ReceiptFigures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
