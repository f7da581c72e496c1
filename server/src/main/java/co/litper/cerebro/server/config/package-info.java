/**
 * What people set: one reference file with every key, one optional file of theirs, and the environment above both.
 *
 * <p>In: {@code cerebro-reference.properties}, a file, {@code CEREBRO_…} variables. Out: a {@link
 * co.litper.cerebro.server.config.Configuration} in which everything is valid, or all problems together.
 */
@NullMarked
package co.litper.cerebro.server.config;

import org.jspecify.annotations.NullMarked;
