/**
 * The page of a demonstration, and what its bar does: the brain's money beside the static policy's, who carries how many
 * parcels, time to speed and carriers to break. In: a {@link co.litper.cerebro.server.livedemo.DemoWorld}. Out: routes, which
 * a real service does not have.
 */
@NullMarked
package co.litper.cerebro.server.face.demo;

import org.jspecify.annotations.NullMarked;
