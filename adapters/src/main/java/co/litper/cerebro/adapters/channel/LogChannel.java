package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes each effect as a line into a log and does nothing else: for a start, while people carry out what is proposed.
 *
 * <p>A line holds effect, action and parcel, no personal data and no reference to a person. It does not tell a repeat.
 */
public final class LogChannel implements Channel {
    private final AppendedFile file;
    private final Clock clock;

    /** A channel into {@code path}, which is made at the first effect. */
    public LogChannel(Path path, Clock clock) {
        this.file = new AppendedFile(path);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public boolean deduplicates() {
        return false;
    }

    @Override
    public Result send(Dispatch dispatch) {
        try {
            file.append(line(dispatch), false);
            return Result.DONE;
        } catch (IOException e) {
            // The line may have been written in part or whole.
            return Result.UNCLEAR;
        }
    }

    private String line(Dispatch dispatch) {
        String target = dispatch.target().isEmpty() ? "" : " target=" + dispatch.target();
        return clock.now() + " effect=" + dispatch.effectId() + " merchant="
                + dispatch.merchant().value() + " subject=" + dispatch.subject() + " action="
                + dispatch.action().wire() + target + " deadline=" + Instant.ofEpochMilli(dispatch.deadlineMs());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the channel 'log' could not be closed", e);
        }
    }
}
