package org.cellist.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;
import org.cellist.app.settings.ColabSettings.SignIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lines of the settings' file about Colab.
///
/// Stateless.
final class ColabLines {

    private static final Logger LOG = LoggerFactory.getLogger(ColabLines.class);
    private static final String SIGN_IN = "colab.signIn";
    private static final String CLIENT = "colab.client";
    private static final String SESSIONS = "colab.sessions";
    private static final String API = "colab.api";

    private ColabLines() {}

    static ColabSettings read(Properties lines) {
        return new ColabSettings(
                signIn(lines.getProperty(SIGN_IN, "")),
                path(lines.getProperty(CLIENT, "")),
                lines.getProperty(SESSIONS, ""),
                lines.getProperty(API, ""));
    }

    /// What somebody else wrote there asks nobody.
    private static SignIn signIn(String text) {
        for (var each : SignIn.values()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        return SignIn.OFF;
    }

    private static @Nullable Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            LOG.warn("Not a path: {}", text, e);
            return null;
        }
    }

    static void write(ColabSettings colab, Properties lines) {
        set(lines, SIGN_IN, colab.isOn() ? colab.signIn().name() : "");
        set(lines, CLIENT, colab.client() == null ? "" : colab.client().toString());
        set(lines, SESSIONS, colab.sessions());
        set(lines, API, colab.api());
    }

    private static void set(Properties lines, String key, String value) {
        if (value.isEmpty()) {
            lines.remove(key);
        } else {
            lines.setProperty(key, value);
        }
    }
}
