package co.litper.cerebro.adapters.people;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a master key is used for: wrapping keys of rows, making references of phones, hiding words of names. Thread-safe. */
public final class PeopleKeys {
    private final MasterKey master;
    private final Seal wrap;

    /** The uses of {@code master}. */
    public PeopleKeys(MasterKey master) {
        this.master = master;
        this.wrap = new Seal(master.derive("wrap"));
    }

    /**
     * The uses of the key in {@code file}, which is made if nothing is kept under a key yet.
     *
     * @param check of the key under which is kept what is there, empty if nothing is
     * @param mayMake false where nothing may be written
     * @param what is kept, in words for a person
     * @throws StoreException if the key is missing or another's
     */
    public static PeopleKeys open(Path file, OptionalLong check, boolean mayMake, String what) {
        MasterKey master = MasterKey.load(file).orElseGet(() -> {
            if (check.isPresent() || !mayMake) {
                throw missing(file, what);
            }
            return MasterKey.create(file);
        });
        PeopleKeys keys = new PeopleKeys(master);
        check.ifPresent(known -> keys.require(known, file, what));
        return keys;
    }

    /**
     * Refuses a key under which something else is kept.
     *
     * @param known what {@link #check} was of the key under which {@code what} is kept
     */
    public void require(long known, Path file, String what) {
        if (known != check()) {
            throw new StoreException(
                    Kind.CORRUPT, file + " is not the key of " + what + ". Maybe they come from different backups.");
        }
    }

    private static StoreException missing(Path file, String what) {
        return new StoreException(
                Kind.CORRUPT,
                "the key " + file + " is missing, and " + what + " cannot be read without it."
                        + " Maybe restore it from the backup; if it is lost, so are names and phones: move " + what
                        + " away to go on without them.");
    }

    /** A number that another key does not have, so that tables and key of different origin are told apart; tells nothing of the key. */
    public long check() {
        return ByteBuffer.wrap(master.derive("check")).getLong();
    }

    /** The secret under which phones become references. */
    byte[] referenceSecret() {
        return master.derive("refer");
    }

    /** The secret under which the words of names become tokens. */
    byte[] nameSecret() {
        return master.derive("names");
    }

    /** Seals for {@code purpose} under a new key; that key, wrapped, comes with it. */
    Sealed seal(String purpose, byte[] open) {
        byte[] key = Seal.newKey();
        return new Sealed(wrap.seal(purpose, key), new Seal(key).seal(purpose, open));
    }

    /** Seals a new value under the key that {@code old} has. */
    Sealed sealAgain(String purpose, Sealed old, byte[] open) {
        return new Sealed(old.key(), new Seal(wrap.open(purpose, old.key())).seal(purpose, open));
    }

    /**
     * What was sealed for {@code purpose}.
     *
     * @throws StoreException if it was sealed under another key or for another purpose, or was changed
     */
    byte[] open(String purpose, Sealed box) {
        return new Seal(wrap.open(purpose, box.key())).open(purpose, box.data());
    }
}
