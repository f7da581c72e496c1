package co.litper.cerebro.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.vocabulary.MerchantId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InMemoryVaultTest {
    private static final MerchantId MERCHANT = new MerchantId("litper");

    @Test
    void aReferenceIsTheHmacOfMerchantAndPhone() {
        byte[] secret = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        // printf 'litper\0003001234567' | openssl dgst -sha256 -hmac 0123456789abcdef | cut -c1-32
        assertThat(new PersonDigest(secret).refer(MERCHANT, "3001234567").value())
                .isEqualTo("2b3682d28c77d79a7ed5d57677bad052");
    }

    @Test
    void vaultsOfOneSecretAgreeAndOthersDoNot() {
        InMemoryVault one = new InMemoryVault(new byte[32]);
        InMemoryVault same = new InMemoryVault(new byte[32]);
        InMemoryVault other = InMemoryVault.withRandomSecret();

        assertThat(one.refer(MERCHANT, "300")).isEqualTo(same.refer(MERCHANT, "300"));
        assertThat(one.refer(MERCHANT, "300")).isNotEqualTo(other.refer(MERCHANT, "300"));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new InMemoryVault(new byte[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 16 bytes");
    }
}
