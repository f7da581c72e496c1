/**
 * What all pages of the dashboard have in common: layout, navigation, language and theme, files, and how a page is written.
 *
 * <p>In: calls and models of pages. Out: HTML ({@link co.litper.cerebro.server.face.frame.Press}).
 */
@NullMarked
package co.litper.cerebro.server.face.frame;

import org.jspecify.annotations.NullMarked;
