package co.litper.cerebro.server.livedemo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Where a running demonstration listens, in a file for the commands of a second terminal. The key in it is good as long as the
 * demonstration runs; only its owner may read it.
 *
 * @param address of this machine
 * @param key of the owner
 */
public record DemoAddress(URI address, String key) {
    /** The file's name. */
    public static final String FILE = "demo.running";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Leaves it in a folder, in place of one that a killed demonstration left. */
    public void write(Path folder) throws IOException {
        Properties told = new Properties();
        told.setProperty("address", address.toString());
        told.setProperty("key", key);
        StringWriter text = new StringWriter();
        told.store(text, null);
        Files.createDirectories(folder);
        Path fresh = folder.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(fresh);
        }
        Files.writeString(fresh, text.toString(), StandardOpenOption.WRITE);
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What stands in a folder; empty if nothing usable does, or if it leads away from this machine. */
    public static Optional<DemoAddress> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            told.load(reader);
            URI address = URI.create(told.getProperty("address", ""));
            boolean here = address.getHost() != null && LOOPBACK.contains(address.getHost());
            return here ? Optional.of(new DemoAddress(address, told.getProperty("key", ""))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes it away. */
    public static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "DemoAddress[" + address + "]";
    }
}
