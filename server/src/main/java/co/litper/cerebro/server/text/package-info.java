/**
 * What people read: words in Spanish and English, pesos, dates and spans as Colombia writes them, tables for a terminal.
 *
 * <p>In: a {@link co.litper.cerebro.server.text.Language}. Out: {@link co.litper.cerebro.server.text.Texts} and text of a
 * bounded width. The machine's locale and zone are never read.
 */
@NullMarked
package co.litper.cerebro.server.text;

import org.jspecify.annotations.NullMarked;
