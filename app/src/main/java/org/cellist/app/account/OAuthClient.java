package org.cellist.app.account;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// A program as Google knows it: an OAuth client of the kind "desktop app", which a person has made
/// in a project of their own.
///
/// @param secret belongs to the client, not to a person; Google says itself that a program on a
///     desk cannot keep it
/// @param authorization the page where a person agrees
/// @param token where codes and refresh tokens are exchanged
///
/// Immutable.
public record OAuthClient(String id, String secret, URI authorization, URI token) {

    private static final URI AUTHORIZATION =
            URI.create("https://accounts.google.com/o/oauth2/auth");
    static final URI TOKEN = URI.create("https://oauth2.googleapis.com/token");

    /// A file that a person downloads has a few hundred bytes.
    private static final long MOST_BYTES = 1 << 16;

    /// Refuses places to which secrets would travel for all to read.
    ///
    /// @throws IllegalArgumentException if a place is neither encrypted nor on this machine
    public OAuthClient {
        if (id.isBlank() || !isSafe(authorization) || !isSafe(token)) {
            throw new IllegalArgumentException("no client");
        }
    }

    private static boolean isSafe(URI place) {
        var host = place.getHost();
        return host != null
                && ("https".equals(place.getScheme())
                        || ("http".equals(place.getScheme()) && host.equals("127.0.0.1")));
    }

    /// Reads the file that Google's console gives for a client: `client_secret_….json`.
    ///
    /// @throws IOException if it cannot be read, or is another file
    public static OAuthClient read(Path file) throws IOException {
        var client = json(file).object("installed");
        var id = client.string("client_id");
        var secret = client.string("client_secret");
        if (id == null || secret == null) {
            throw new IOException("no client of the kind \u201cdesktop app\u201d");
        }
        return of(id, secret, client.string("auth_uri"), client.string("token_uri"));
    }

    private static OAuthClient of(
            String id, String secret, @Nullable String authorization, @Nullable String token)
            throws IOException {
        try {
            return new OAuthClient(
                    id,
                    secret,
                    authorization == null ? AUTHORIZATION : URI.create(authorization),
                    token == null ? TOKEN : URI.create(token));
        } catch (IllegalArgumentException e) {
            throw new IOException("an address in it is not safe", e);
        }
    }

    /// Reads what `gcloud auth application-default login` has written.
    ///
    /// @throws IOException if it cannot be read, or belongs to no person
    static Grant readDefault(Path file) throws IOException {
        var credentials = json(file);
        var id = credentials.string("client_id");
        var secret = credentials.string("client_secret");
        var refresh = credentials.string("refresh_token");
        if (!"authorized_user".equals(credentials.string("type"))
                || id == null
                || secret == null
                || refresh == null) {
            throw new IOException("not the credentials of a person");
        }
        var project = credentials.string("quota_project_id");
        return new Grant(of(id, secret, null, credentials.string("token_uri")), refresh)
                .withQuotaProject(project == null ? "" : project);
    }

    private static JsonObject json(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("too long");
        }
        try {
            return RawJson.parse(Files.readAllBytes(file)).object();
        } catch (JsonSyntaxException e) {
            throw new IOException("not JSON", e);
        }
    }

    /// Leaves the secret out, so that no log holds it.
    @Override
    public String toString() {
        return "OAuthClient[" + id + "]";
    }

    /// What a person has given a client: to ask for access in their name, until they take it back.
    ///
    /// @param quotaProject the Cloud project whose quota is used; empty for the client's own
    ///
    /// Immutable.
    record Grant(OAuthClient client, String refreshToken, String quotaProject) {

        /// Google's names of projects; older ones begin with a domain.
        private static final String PROJECT = "[a-z0-9][a-z0-9.:-]{0,99}";

        Grant(OAuthClient client, String refreshToken) {
            this(client, refreshToken, "");
        }

        /// What could be no project is none.
        Grant withQuotaProject(String name) {
            return new Grant(client, refreshToken, name.matches(PROJECT) ? name : "");
        }

        Grant withRefreshToken(String next) {
            return new Grant(client, next, quotaProject);
        }

        /// Leaves the token out, so that no log holds it.
        @Override
        public String toString() {
            return "Grant[" + client + ", ***]";
        }
    }
}
