package org.cellist.app.explain;

import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlacePaths;

/// Explains what went wrong with the files of a place. Immutable.
public final class FilesProblemWords {

    private final Texts texts = Texts.of("problem");

    /// Explains the problem.
    ///
    /// @param place what the machine or server is called
    public Explanation explain(String place, FilesProblem problem) {
        return switch (problem) {
            case FilesProblem.OfHost(var why) -> new HostProblemWords().explain(place, why);
            case FilesProblem.OfServer(var why) -> new ServerProblemWords().explain(place, why);
            case FilesProblem.NotOffered _ -> words("files.sftp", place, "");
            case FilesProblem.Missing(var path) -> named("files.missing", path);
            case FilesProblem.Exists(var path) -> named("files.exists", path);
            case FilesProblem.Denied(var path) -> named("files.denied", path);
            case FilesProblem.Full(var path) -> words("files.full", place, path);
            case FilesProblem.Changed(var path) -> named("files.changed", path);
            case FilesProblem.BadName(var path) -> badName(PlacePaths.name(path));
            case FilesProblem.IntoItself(var path) -> named("files.itself", path);
            case FilesProblem.NoBin(var path) -> named("files.bin", path);
            case FilesProblem.Failed(var path, var why) ->
                    words("files.failed", PlacePaths.name(path), why);
        };
    }

    /// Says that a file cannot have that name.
    public Explanation badName(String name) {
        return words("files.name", name, "");
    }

    private Explanation named(String key, String path) {
        return words(key, PlacePaths.name(path), path);
    }

    private Explanation words(String key, String what, String details) {
        return new Explanation(
                texts.get(key, what),
                texts.get(key + ".meaning", what, details),
                texts.get(key + ".remedy", what),
                details);
    }
}
