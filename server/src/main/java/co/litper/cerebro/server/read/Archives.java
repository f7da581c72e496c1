package co.litper.cerebro.server.read;

import co.litper.cerebro.vocabulary.MerchantId;

/** Where what is known of a merchant lies. A merchant lies whole in one archive, so that no answer is put together of two. Thread-safe. */
@FunctionalInterface
public interface Archives {
    /** The archive of a merchant, whether or not anything of them is known. */
    Archive of(MerchantId merchant);
}
