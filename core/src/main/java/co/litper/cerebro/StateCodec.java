package co.litper.cerebro;

import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.SubjectState;
import co.litper.cerebro.logistics.TariffState;
import co.litper.cerebro.think.ControlState;
import co.litper.cerebro.world.WireException;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;

/** Carries the state of a key to and from its row. */
public final class StateCodec {
    static final int HOME = 1;
    static final int ALIAS = 2;
    static final int CUSTOMER = 3;
    static final int SUBJECT = 4;
    static final int CONTROL = 5;
    static final int TARIFFS = 6;

    private StateCodec() {}

    static StateRow encode(long key, Object state, WireWriter scratch) {
        scratch.clear();
        return switch (state) {
            case Home home -> {
                home.write(scratch);
                yield new StateRow(key, HOME, home.attention(), home.dueMs(), scratch.toBytes());
            }
            case Alias alias -> {
                scratch.fixed64(alias.home());
                yield plain(key, ALIAS, scratch);
            }
            case CustomerState customer -> {
                customer.write(scratch);
                yield plain(key, CUSTOMER, scratch);
            }
            case SubjectState subject -> {
                subject.write(scratch);
                yield plain(key, SUBJECT, scratch);
            }
            case ControlState control -> {
                control.write(scratch);
                yield plain(key, CONTROL, scratch);
            }
            case TariffState tariffs -> {
                tariffs.write(scratch);
                yield plain(key, TARIFFS, scratch);
            }
            default -> throw new IllegalArgumentException("no codec for " + state.getClass());
        };
    }

    private static StateRow plain(long key, int kind, WireWriter scratch) {
        return new StateRow(key, kind, 0, StateRow.NEVER, scratch.toBytes());
    }

    /**
     * The state in a row: a {@link Home}, {@link CustomerState}, {@link SubjectState}, {@link ControlState} and so on.
     *
     * @throws WireException if the bytes are not what the row says
     */
    public static Object decode(StateRow row) {
        WireReader in = new WireReader(row.bytes());
        return switch (row.kind()) {
            case HOME -> Home.read(in);
            case ALIAS -> new Alias(in.fixed64());
            case CUSTOMER -> CustomerState.read(in);
            case SUBJECT -> SubjectState.read(in);
            case CONTROL -> ControlState.read(in);
            case TARIFFS -> TariffState.read(in);
            default -> throw new WireException("unknown kind of state " + row.kind() + " at key " + row.key());
        };
    }

    /** A home's bytes, for those who keep copies of homes; {@link #home} reads them. */
    public static byte[] bytes(Home home) {
        WireWriter out = new WireWriter();
        home.write(out);
        return out.toBytes();
    }

    /**
     * The home in what {@link #bytes} gave: a copy, apart from the state.
     *
     * @throws WireException if it is something else
     */
    public static Home home(byte[] bytes) {
        return Home.read(new WireReader(bytes));
    }

    /** Another number of a parcel: where its home is. */
    record Alias(long home) {}
}
