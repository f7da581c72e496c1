package co.litper.cerebro.server.livedemo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAddressTest {
    @TempDir
    Path folder;

    @Test
    void whatIsLeftCanBeReadByItsOwnerAloneAndIsTakenAwayAgain() throws Exception {
        DemoAddress address = new DemoAddress(URI.create("http://127.0.0.1:4711"), "run_secret");
        address.write(folder);

        assertThat(DemoAddress.read(folder)).hasValue(address);
        assertThat(Files.getPosixFilePermissions(folder.resolve(DemoAddress.FILE)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(address.toString()).doesNotContain("secret");

        DemoAddress.remove(folder);
        assertThat(DemoAddress.read(folder)).isEmpty();
    }

    @Test
    void anAddressElsewhereIsNotFollowedSoThatNoKeyLeavesThisMachine() throws Exception {
        new DemoAddress(URI.create("http://example.com:80"), "k").write(folder);
        assertThat(DemoAddress.read(folder)).isEmpty();
        Files.writeString(folder.resolve(DemoAddress.FILE), "address=not an address\n");
        assertThat(DemoAddress.read(folder)).isEmpty();
    }
}
