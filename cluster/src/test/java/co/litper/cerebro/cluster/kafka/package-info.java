@NullMarked
package co.litper.cerebro.cluster.kafka;

import org.jspecify.annotations.NullMarked;
