package co.litper.cerebro.memory;

/** What a memory is. */
public enum MemoryKind {
    /** One thing that happened, kept for a day. */
    RECENT("recent"),
    /** One thing that happened and mattered, kept as long as it is alive. */
    EPISODE("episode"),
    /** What many episodes have in common. */
    FACT("fact");

    private final String wire;

    MemoryKind(String wire) {
        this.wire = wire;
    }

    /** The stable lower-case name, as the index has it. */
    public String wire() {
        return wire;
    }
}
