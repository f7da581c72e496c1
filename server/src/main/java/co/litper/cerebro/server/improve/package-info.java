/**
 * Self-improvement of an installation: its log read, the report told to people and programs, changes brought into the log.
 *
 * <p>In: the log, the settings in force, the configuration. Out: lines of text, JSON, {@code configuration.changed} events.
 */
@NullMarked
package co.litper.cerebro.server.improve;

import org.jspecify.annotations.NullMarked;
