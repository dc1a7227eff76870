package org.cellist.app.account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.cellist.app.account.OAuthClient.Grant;

/// Google's application default credentials, as `gcloud` writes them.
///
/// @param file where they are kept
/// @param quotaProject the project that the environment names in the place of the file's; empty for
///     none
///
/// Immutable.
public record DefaultCredentials(Path file, String quotaProject) {

    private static final String NAME = "application_default_credentials.json";
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String PROJECT = "GOOGLE_CLOUD_QUOTA_PROJECT";

    /// Returns where `gcloud auth application-default login` writes to, and what Google's variables
    /// say instead.
    ///
    /// @param operatingSystem the property `os.name`
    public static DefaultCredentials of(
            String operatingSystem, Path home, Map<String, String> environment) {
        return new DefaultCredentials(
                file(operatingSystem, home, environment),
                environment.getOrDefault(PROJECT, "").strip());
    }

    private static Path file(String operatingSystem, Path home, Map<String, String> environment) {
        var named = environment.get(FILE);
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        var data = environment.get("APPDATA");
        return operatingSystem.startsWith("Windows") && data != null
                ? Path.of(data, "gcloud", NAME)
                : home.resolve(".config").resolve("gcloud").resolve(NAME);
    }

    /// Reads them anew: a person may have signed in meanwhile.
    ///
    /// @throws IOException if they cannot be read, or belong to no person
    Grant read() throws IOException {
        var grant = OAuthClient.readDefault(file);
        return quotaProject.isEmpty() ? grant : grant.withQuotaProject(quotaProject);
    }
}
