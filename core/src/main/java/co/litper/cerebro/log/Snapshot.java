package co.litper.cerebro.log;

/**
 * The bytes of a published snapshot, kept beside the log under its version.
 *
 * @param version from 1, rising
 * @param bytes what the learner wrote
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record Snapshot(long version, byte[] bytes) {}
