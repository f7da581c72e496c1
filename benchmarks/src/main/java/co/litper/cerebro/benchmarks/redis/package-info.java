/** Features out of Redis, as another service would read them. */
@NullMarked
package co.litper.cerebro.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
