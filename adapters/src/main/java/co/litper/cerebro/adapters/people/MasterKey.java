package co.litper.cerebro.adapters.people;

import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.log.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * The 256-bit secret in a file, usually {@value #FILE_NAME}, readable by its owner only, and the keys derived from it by HKDF
 * (RFC 5869) with SHA-256, one for each use. Whoever has this file and a copy of people's data can read them: back
 * them up apart.
 */
public final class MasterKey {
    /** The file's usual name. */
    public static final String FILE_NAME = "vault.key";

    private static final String HEADER = "cerebro-vault-key 1";
    private static final int BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * The key in {@code file}, or empty if there is none.
     *
     * @throws StoreException if the file cannot be read or holds no key
     */
    public static Optional<MasterKey> load(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(file, Files.readString(file)));
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static MasterKey parse(Path file, String text) {
        String[] lines = text.strip().split("\\s*\n\\s*", -1);
        if (lines.length != 2 || !lines[0].equals(HEADER) || !lines[1].matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new StoreException(
                    Kind.CORRUPT,
                    file + " is not a key of a vault: expected the line '" + HEADER + "' and one of " + 2 * BYTES
                            + " hexadecimal digits. Maybe restore it from the backup.");
        }
        return new MasterKey(HEX.parseHex(lines[1]));
    }

    /**
     * Makes a new key and keeps it in {@code file}, whose folder must be there; durable on return.
     *
     * @throws StoreException if it cannot be written
     */
    public static MasterKey create(Path file) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        String text = HEADER + "\n" + HEX.formatHex(secret) + "\n";
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, ownerOnly());
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw unusable(file, e);
        }
        return new MasterKey(secret);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes the new name durable; systems that cannot open a folder keep names durable by themselves. */
    private static void sync(@Nullable Path folder) throws IOException {
        if (folder != null
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** 32 bytes for one use; other uses tell nothing about them. */
    public byte[] derive(String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(use.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
        }
    }

    private static StoreException unusable(Path file, IOException e) {
        return new StoreException(
                Kind.IO, "cannot use " + file + ": " + e + ". Maybe it belongs to another user of this machine.", e);
    }
}
