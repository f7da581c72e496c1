/**
 * The dashboard: pages made on the server for people, one package for each.
 *
 * <p>In: what endpoints work with, and who may sign in. Out: routes, and pages for problems ({@link
 * co.litper.cerebro.server.face.Face}).
 */
@NullMarked
package co.litper.cerebro.server.face;

import org.jspecify.annotations.NullMarked;
