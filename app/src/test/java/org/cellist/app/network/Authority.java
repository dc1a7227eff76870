package org.cellist.app.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An authority that nobody knows, and a server's identity for 127.0.0.1 that it vouches for.
///
/// Immutable.
///
/// @param pem its certificate
/// @param context what such a server speaks TLS with
record Authority(Path pem, SSLContext context) {

    private static final String PASSWORD = "changeit";

    /// Makes one by the `keytool` of this Java, since Java itself makes no certificates.
    static Authority make(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=Nobody",
                                "-ext",
                                "bc:c",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool ended with " + keytool.exitValue());
        }
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new Authority(written(keys, folder), context);
    }

    private static Path written(KeyStore keys, Path folder)
            throws IOException, GeneralSecurityException {
        var base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(keys.getCertificate("a").getEncoded());
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
