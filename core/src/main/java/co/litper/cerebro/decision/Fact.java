package co.litper.cerebro.decision;

/** What the brain added to an event: recorded beside it, folded again on rebuild, never decided again. */
public sealed interface Fact permits Decision, PlannedEffect, HandedOver, Settled, Considered {}
