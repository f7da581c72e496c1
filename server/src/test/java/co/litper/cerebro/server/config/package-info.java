/** Tests of the configuration. */
@NullMarked
package co.litper.cerebro.server.config;

import org.jspecify.annotations.NullMarked;
