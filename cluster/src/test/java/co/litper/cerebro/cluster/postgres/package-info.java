@org.jspecify.annotations.NullMarked
package co.litper.cerebro.cluster.postgres;
