package co.litper.cerebro.server.memory;

import co.litper.cerebro.vocabulary.MerchantId;
import java.util.function.Function;

/** Where the memory of a merchant is, or why there is none. */
public sealed interface MemorySides {
    /**
     * There are memories.
     *
     * @param of the memory of a merchant, whether or not anything of them is remembered
     */
    record Kept(Function<MerchantId, MemorySide> of) implements MemorySides {}

    /**
     * Nothing is remembered.
     *
     * @param why, and maybe what to do about it, for the one who asks
     */
    record Absent(String why) implements MemorySides {}
}
