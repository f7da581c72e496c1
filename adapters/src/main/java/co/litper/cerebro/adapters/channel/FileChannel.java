package co.litper.cerebro.adapters.channel;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.world.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Appends each effect as a line of JSON to a file that another program reads; on the disk before it counts as done.
 *
 * <p>It does not tell a repeat: after a crash a line may be missing, and the effect is shown to a person.
 */
public final class FileChannel implements Channel {
    private final AppendedFile file;
    private final Clock clock;

    /** A channel into {@code path}, which is made at the first effect. */
    public FileChannel(Path path, Clock clock) {
        this.file = new AppendedFile(path);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public boolean deduplicates() {
        return false;
    }

    @Override
    public Result send(Dispatch dispatch) {
        try {
            file.append(EffectJson.of(dispatch, clock.now()), true);
            return Result.DONE;
        } catch (IOException e) {
            // The line may have been written in part or whole.
            return Result.UNCLEAR;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the channel 'file' could not be closed", e);
        }
    }
}
