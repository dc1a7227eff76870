package org.cellist.app.network;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts the authorities of the operating system and of a PEM file besides those that the Java
/// machine trusts.
///
/// Immutable.
final class ExtraCertificates {

    private ExtraCertificates() {}

    /// Returns a context for TLS that trusts all of them.
    ///
    /// @param pem null for no file
    /// @throws IOException if the file cannot be read or holds no certificate
    static SSLContext trusting(@Nullable Path pem, List<X509Certificate> system)
            throws IOException {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (var known : managerFor(null).getAcceptedIssuers()) {
                store.setCertificateEntry("known-" + count++, known);
            }
            for (var each : system) {
                store.setCertificateEntry("system-" + count++, each);
            }
            var extra = pem == null ? List.<X509Certificate>of() : SystemCertificates.read(pem);
            if (pem != null && extra.isEmpty()) {
                throw new IOException("no certificate in " + pem);
            }
            for (var each : extra) {
                store.setCertificateEntry("extra-" + count++, each);
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
