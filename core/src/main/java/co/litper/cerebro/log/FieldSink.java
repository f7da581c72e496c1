package co.litper.cerebro.log;

import java.time.Instant;

/** Takes the fields of an event one by one, in the order of the wire. Fields left out never arrive. */
interface FieldSink {
    void text(Field field, String value);

    void integer(Field field, long value);

    void number(Field field, double value);

    void flag(Field field, boolean value);

    void instant(Field field, Instant value);

    /** Opens an object inside the present one. */
    void begin(Field field);

    /** Closes the object opened last. */
    void end();
}
