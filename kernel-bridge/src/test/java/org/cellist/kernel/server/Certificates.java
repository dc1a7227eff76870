package org.cellist.kernel.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate that nobody but itself has signed, made with openssl. Immutable.
///
/// @param file in PEM
/// @param key in PEM
public record Certificates(Path file, Path key) {

    /// Makes one for 127.0.0.1.
    public static Certificates forLoopback(Path folder) throws IOException, InterruptedException {
        var made = new Certificates(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        var process =
                new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-days",
                                "2",
                                "-subj",
                                "/CN=127.0.0.1",
                                "-addext",
                                "subjectAltName=IP:127.0.0.1",
                                "-out",
                                made.file.toString(),
                                "-keyout",
                                made.key.toString())
                        .redirectErrorStream(true)
                        .start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(words);
        }
        return made;
    }

    /// Returns a context that trusts this certificate alone.
    public SSLContext trusted() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var stream = Files.newInputStream(file)) {
            store.setCertificateEntry(
                    "own", CertificateFactory.getInstance("X.509").generateCertificate(stream));
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
