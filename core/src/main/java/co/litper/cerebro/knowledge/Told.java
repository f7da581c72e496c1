package co.litper.cerebro.knowledge;

/** When something held, when it became known, and where it stands in the log. */
record Told(long validMs, long recordedMs, long position) {}
