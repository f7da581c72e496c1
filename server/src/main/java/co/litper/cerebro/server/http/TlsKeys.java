package co.litper.cerebro.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Reads the key and certificates of an encrypted port. */
final class TlsKeys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final String KEY = "PRIVATE KEY";
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private TlsKeys() {}

    /**
     * The keys in the file.
     *
     * @throws IllegalArgumentException if there are none, telling what may be wrong
     */
    static SslContextFactory.Server load(HttpOptions.Tls tls) {
        SslContextFactory.Server keys = new SslContextFactory.Server();
        try {
            String text = Files.readString(tls.keystore(), StandardCharsets.ISO_8859_1);
            keys.setKeyStore(text.contains("-----BEGIN") ? pem(text) : pkcs12(tls));
            keys.setKeyStorePassword(tls.password());
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "http.tls.keystore = " + tls.keystore() + " could not be read: " + e.getMessage()
                            + ". Maybe the password is wrong, or it is neither PKCS12 nor PEM with key and certificates.",
                    e);
        }
    }

    private static KeyStore pkcs12(HttpOptions.Tls tls) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(tls.keystore())) {
            store.load(in, tls.password().toCharArray());
        }
        return store;
    }

    private static KeyStore pem(String text) throws IOException, GeneralSecurityException {
        List<Certificate> chain = new ArrayList<>();
        PrivateKey key = null;
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            if (block.group(1).equals(KEY)) {
                key = key(bytes);
            } else if (block.group(1).equals("CERTIFICATE")) {
                chain.add(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new java.io.ByteArrayInputStream(bytes)));
            }
        }
        if (key == null || chain.isEmpty()) {
            throw new GeneralSecurityException("it needs one 'PRIVATE KEY' (PKCS8) and at least one 'CERTIFICATE'");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], chain.toArray(Certificate[]::new));
        return store;
    }

    private static PrivateKey key(byte[] bytes) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException e) {
                // the next algorithm may fit
            }
        }
        throw new GeneralSecurityException("the private key is of none of " + ALGORITHMS);
    }
}
