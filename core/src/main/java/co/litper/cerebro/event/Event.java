package co.litper.cerebro.event;

/** Something that happened. Immutable; its meaning is fixed by its type and never depends on when it is read. */
public sealed interface Event permits LifecycleEvent, LogisticsEvent, CustomerEvent, SystemEvent, LearningEvent {

    /** The entry of the catalogue to which this event belongs. */
    EventType type();
}
