/**
 * The door: where people sign in, and where the first of them is made.
 *
 * <p>In: who may sign in. Out: pages; what their forms do belongs to the service's sessions.
 */
@NullMarked
package co.litper.cerebro.server.face.login;

import org.jspecify.annotations.NullMarked;
