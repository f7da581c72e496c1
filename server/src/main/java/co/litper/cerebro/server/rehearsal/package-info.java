/**
 * A day's work that the service does on itself, on made-up data: what an ahead-of-time cache learns from.
 *
 * <p>In: where a service listens and a key for it. Out: nothing but what the machine now knows of the program.
 */
@NullMarked
package co.litper.cerebro.server.rehearsal;

import org.jspecify.annotations.NullMarked;
