package co.litper.cerebro.host;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Snapshot;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the log.
 *
 * @param bytes the envelope as it will be stored
 * @param snapshot what becomes readable together with the event, or null
 * @param answer completed when the event is durable, or cannot be
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Request(Envelope envelope, byte[] bytes, @Nullable Snapshot snapshot, CompletableFuture<Answer> answer) {}
