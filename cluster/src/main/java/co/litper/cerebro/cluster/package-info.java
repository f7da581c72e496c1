/**
 * What the technologies of a cluster tell one another without knowing one another. In: a request of one of them. Out: the answer of
 * whichever serves it, found through {@link java.util.ServiceLoader}.
 */
@NullMarked
package co.litper.cerebro.cluster;

import org.jspecify.annotations.NullMarked;
