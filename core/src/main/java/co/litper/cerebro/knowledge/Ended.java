package co.litper.cerebro.knowledge;

/** What a guide came to; {@code days} is NaN unless it was delivered. */
record Ended(boolean late, boolean returned, boolean hadIssue, double days) {}
