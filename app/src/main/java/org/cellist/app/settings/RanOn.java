package org.cellist.app.settings;

import java.nio.file.Path;

/// On which server's kernelspec a notebook runs.
///
/// @param server its address; [#HERE] for this machine, where that does not go without saying
/// @param kernelspec the name
/// @param displayName for people
/// @param language as the server wrote it; may be empty
///
/// Immutable.
public record RanOn(
        Path notebook, String server, String kernelspec, String displayName, String language) {

    /// This machine.
    public static final String HERE = "here";
}
