/**
 * What platforms tell by webhook: proved by signature, kept from being played twice, and mapped to events by files.
 *
 * <p>In: the name of a source, headers, the bytes of a body. Out: events on their way into the log, people into the vault,
 * breaches as dead letters, or a refusal. Knows nothing of HTTP.
 */
@NullMarked
package co.litper.cerebro.server.webhook;

import org.jspecify.annotations.NullMarked;
