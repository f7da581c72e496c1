/**
 * The face for people and scripts in a terminal: one class a command.
 *
 * <p>In: arguments, environment, configuration. Out: text in Spanish or English, or JSON for programs; exit code 0 done,
 * 1 failed, 2 used wrongly or input missing; never a stack trace unless {@code --debug}. A command is a class with
 * picocli's annotations in English, listed in {@code CommandLineFace} or contributed through {@link
 * co.litper.cerebro.server.cli.CommandContribution}; its Spanish help stands in {@code help_es.properties}.
 */
@NullMarked
package co.litper.cerebro.server.cli;

import org.jspecify.annotations.NullMarked;
