/**
 * Decision trees that grow with a stream, alone, in forests and boosted: Hoeffding trees, plain and adaptive, adaptive random
 * forests, random patches, bagging, Oza boosting, streaming gradient boosting, for classes and some for numbers.
 *
 * <p>In: rows of a {@link co.litper.cerebro.learners.stream.StreamSchema}, numeric and nominal, with missing values and
 * weights. Out: the learners' {@link co.litper.cerebro.learners.stream.StreamClassifier} and
 * {@link co.litper.cerebro.learners.stream.StreamRegressor} ports. Statistics live in flat arrays of {@code double}; predicting
 * allocates nothing; memory is bounded by the settings.
 */
@NullMarked
package co.litper.cerebro.learners.tree;

import org.jspecify.annotations.NullMarked;
