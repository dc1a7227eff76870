package org.cellist.app.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts the authorities of a PEM file besides those that the Java machine trusts.
///
/// Immutable.
final class ExtraCertificates {

    private ExtraCertificates() {}

    /// Returns a context for TLS that trusts both.
    ///
    /// @throws IOException if the file cannot be read or holds no certificate
    static SSLContext trusting(Path pem) throws IOException {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (var known : managerFor(null).getAcceptedIssuers()) {
                store.setCertificateEntry("known-" + count++, known);
            }
            int before = count;
            try (var stream = Files.newInputStream(pem)) {
                for (var each :
                        CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                    store.setCertificateEntry("extra-" + count++, (X509Certificate) each);
                }
            }
            if (count == before) {
                throw new IOException("no certificate in " + pem);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {managerFor(store)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use the certificates in " + pem, e);
        }
    }

    private static X509TrustManager managerFor(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
