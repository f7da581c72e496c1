/**
 * Who may do what: API keys with a role and a merchant, and the trail of what was done with them.
 *
 * <p>In: a token from a request or the command line. Out: a {@link co.litper.cerebro.server.access.Caller} with its rights,
 * or a refusal; and every act in a chain that shows when it was touched.
 */
@NullMarked
package co.litper.cerebro.server.access;

import org.jspecify.annotations.NullMarked;
