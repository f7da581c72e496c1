/**
 * How far each action may go by itself, what it has earned and by which evidence, for people and for programs.
 *
 * <p>In: the settings in force, the newest snapshot that is kept. Out: lines of text, JSON.
 */
@NullMarked
package co.litper.cerebro.server.autonomy;

import org.jspecify.annotations.NullMarked;
