package co.litper.cerebro.testkit;

import co.litper.cerebro.testkit.contract.VaultContract;
import co.litper.cerebro.vault.InMemoryVault;
import co.litper.cerebro.vault.Vault;
import java.nio.file.Path;

class InMemoryVaultTest extends VaultContract {
    private static final byte[] SECRET = new byte[32];

    @Override
    protected Vault open(Path folder) {
        return new InMemoryVault(SECRET);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
