/** Tests of the channels, on the loopback address only. */
@NullMarked
package co.litper.cerebro.adapters.xgboost;

import org.jspecify.annotations.NullMarked;
