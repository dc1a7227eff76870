package org.cellist.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's choices. Immutable.
///
/// @param isDark whether the window is dark
/// @param language an IETF language tag, null for the system's language
/// @param lineNumbers whether code cells show line numbers
/// @param suggestsUnasked whether completions come while somebody types
/// @param sidePane whether the side pane is open
/// @param recent the files opened and saved last, the newest first
/// @param consents what was allowed to be executed although it lies in a notebook's folder
/// @param network how the network is reached
public record Settings(
        boolean isDark,
        @Nullable String language,
        boolean lineNumbers,
        boolean suggestsUnasked,
        boolean sidePane,
        List<Path> recent,
        List<Path> consents,
        NetworkSettings network) {

    /// How many recent files are remembered.
    public static final int MOST_RECENT = 30;

    /// What holds before anything was chosen.
    public static final Settings DEFAULT =
            new Settings(
                    false, null, false, true, true, List.of(), List.of(), NetworkSettings.DEFAULT);

    public Settings {
        recent = recent.stream().limit(MOST_RECENT).toList();
        consents = List.copyOf(consents);
    }

    /// Returns these settings with the choices of the window.
    public Settings withWindow(boolean dark, @Nullable String tag, boolean numbers, boolean pane) {
        return new Settings(dark, tag, numbers, suggestsUnasked, pane, recent, consents, network);
    }

    /// Returns these settings with another choice of when completions come.
    public Settings withSuggestions(boolean unasked) {
        return new Settings(
                isDark, language, lineNumbers, unasked, sidePane, recent, consents, network);
    }

    /// Returns these settings with another way to the network.
    public Settings withNetwork(NetworkSettings other) {
        return new Settings(
                isDark, language, lineNumbers, suggestsUnasked, sidePane, recent, consents, other);
    }

    /// Returns these settings with a file as the most recent one.
    public Settings withRecent(Path file) {
        var files = new ArrayList<Path>();
        files.add(file);
        recent.stream().filter(each -> !each.equals(file)).forEach(files::add);
        return new Settings(
                isDark, language, lineNumbers, suggestsUnasked, sidePane, files, consents, network);
    }

    public Settings withoutRecent(Path file) {
        var files = recent.stream().filter(each -> !each.equals(file)).toList();
        return new Settings(
                isDark, language, lineNumbers, suggestsUnasked, sidePane, files, consents, network);
    }

    public Settings withConsent(Path path) {
        var paths = new ArrayList<>(consents);
        if (!paths.contains(path)) {
            paths.add(path);
        }
        return new Settings(
                isDark, language, lineNumbers, suggestsUnasked, sidePane, recent, paths, network);
    }
}
