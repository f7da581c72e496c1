package co.litper.cerebro.knowledge;

/** What a guide came to; {@code promised} if it was delivered under a known promise, {@code days} NaN unless it was delivered. */
record Ended(boolean promised, boolean late, boolean returned, boolean hadIssue, double days) {}
