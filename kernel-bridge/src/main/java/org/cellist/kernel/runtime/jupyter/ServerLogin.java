package org.cellist.kernel.runtime.jupyter;

/// How one proves to a Jupyter server who asks. Kept in memory, or in the system's keychain;
/// never in an address, a log or the settings. None of them shows its secret as a text.
///
/// Immutable.
public sealed interface ServerLogin {

    /// The server asks nobody.
    record None() implements ServerLogin {}

    /// Sent in the header `Authorization` with each request.
    record Token(String token) implements ServerLogin {
        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    /// Typed into the server's log-in page, which answers with a cookie.
    record Password(String password) implements ServerLogin {
        @Override
        public String toString() {
            return "Password[***]";
        }
    }

    /// Headers of another kind, such as those of a proxy in front of the server, asked for
    /// before each request, as they may change.
    record Headers(ChangingHeaders headers) implements ServerLogin {
        @Override
        public String toString() {
            return "Headers[***]";
        }
    }
}
