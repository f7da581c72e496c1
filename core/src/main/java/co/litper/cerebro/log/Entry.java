package co.litper.cerebro.log;

/**
 * One place in the log: an event and the facts that the brain added when it met it.
 *
 * @param position from 1, without gaps
 * @param event the envelope as {@link EnvelopeCodec} writes it
 * @param facts decisions, effects and permits that came of it; empty array if none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Entry(long position, byte[] event, byte[] facts) {}
