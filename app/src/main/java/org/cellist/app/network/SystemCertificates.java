package org.cellist.app.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The authorities that the operating system trusts: what a company or a person has installed
/// there holds for Cellist too.
///
/// Immutable.
final class SystemCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(SystemCertificates.class);

    /// Where distributions of Linux put all of them into one file, the most common first.
    private static final List<Path> BUNDLES =
            List.of(
                    Path.of("/etc/ssl/certs/ca-certificates.crt"),
                    Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
                    Path.of("/etc/ssl/ca-bundle.pem"),
                    Path.of("/etc/ssl/cert.pem"));

    private SystemCertificates() {}

    /// Returns them; none where they cannot be read.
    ///
    /// @param operatingSystem the property `os.name`
    static List<X509Certificate> of(String operatingSystem) {
        var name = operatingSystem.toLowerCase(Locale.ROOT);
        try {
            if (name.contains("windows")) {
                return stored("Windows-ROOT");
            }
            if (name.contains("mac")) {
                return stored("KeychainStore-ROOT");
            }
            var bundle = BUNDLES.stream().filter(Files::isReadable).findFirst();
            return bundle.isPresent() ? read(bundle.get()) : List.of();
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("The system's certificates cannot be read", e);
            return List.of();
        }
    }

    private static List<X509Certificate> stored(String kind)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(kind);
        store.load(null, null);
        var found = new ArrayList<X509Certificate>();
        for (var aliases = store.aliases(); aliases.hasMoreElements(); ) {
            if (store.getCertificate(aliases.nextElement()) instanceof X509Certificate each) {
                found.add(each);
            }
        }
        return found;
    }

    /// Returns the certificates of a file in PEM.
    static List<X509Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (var stream = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
