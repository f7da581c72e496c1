/** Tests of gateways before real nodes, brokers and a real database. */
@NullMarked
package co.litper.cerebro.cluster.gateway;

import org.jspecify.annotations.NullMarked;
