package org.cellist.app.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whether Colab's runtimes are offered, and in whose name. Nothing secret is here.
///
/// @param client the file that Google gives for an OAuth client; null for none
/// @param sessions the host that gives runtimes, for one that is not Google's; empty for Google's
/// @param api the host that tells of accounts; empty for Google's
///
/// Immutable.
public record ColabSettings(SignIn signIn, @Nullable Path client, String sessions, String api) {

    /// What holds before anything was chosen.
    public static final ColabSettings OFF = new ColabSettings(SignIn.OFF, null, "", "");

    /// How a person proves who they are.
    public enum SignIn {
        /// Colab is not offered, and nobody is asked.
        OFF,
        /// In the browser, with an OAuth client of the person's own.
        CLIENT,
        /// With what `gcloud` has signed in to.
        DEFAULT
    }

    /// Returns whether Colab is offered.
    public boolean isOn() {
        return signIn != SignIn.OFF;
    }

    /// Returns these with what the window lets a person choose.
    public ColabSettings with(SignIn newSignIn, @Nullable Path newClient) {
        return new ColabSettings(newSignIn, newClient, sessions, api);
    }
}
