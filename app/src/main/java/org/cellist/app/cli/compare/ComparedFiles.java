package org.cellist.app.cli.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The two files that are compared, and what they are called. Immutable.
///
/// Git calls an external diff program with the path, then the file, hash and mode of each side, and
/// for a renamed file with the new name and a description besides; with the path alone where a
/// merge left it open (`git help git`, GIT_EXTERNAL_DIFF).
///
/// @param isForGit whether git asks, which takes any exit code but 0 for a failure
public record ComparedFiles(
        Path before, Path after, String nameBefore, String nameAfter, boolean isForGit) {

    private static final String NOTHING = "/dev/null";
    private static final int OF_GIT = 7;
    private static final int OF_GIT_RENAMED = 9;
    private static final int NEW_FILE = 4;

    /// Returns the files, empty when the arguments are not such.
    public static Optional<ComparedFiles> of(List<Path> arguments) {
        return switch (arguments.size()) {
            case 2 -> {
                var before = arguments.get(0);
                var after = arguments.get(1);
                yield Optional.of(
                        new ComparedFiles(
                                before, after, before.toString(), after.toString(), false));
            }
            case OF_GIT -> Optional.of(ofGit(arguments, arguments.getFirst()));
            case OF_GIT_RENAMED -> Optional.of(ofGit(arguments, arguments.get(OF_GIT)));
            default -> Optional.empty();
        };
    }

    private static ComparedFiles ofGit(List<Path> arguments, Path newName) {
        var before = arguments.get(1);
        var after = arguments.get(NEW_FILE);
        return new ComparedFiles(
                before,
                after,
                isNothing(before) ? NOTHING : "a/" + arguments.getFirst(),
                isNothing(after) ? NOTHING : "b/" + newName,
                true);
    }

    /// Returns whether git asks about a path that a merge left open.
    public static boolean isUnmerged(List<Path> arguments, Map<String, String> environment) {
        return arguments.size() == 1 && environment.containsKey("GIT_DIFF_PATH_TOTAL");
    }

    /// Returns whether this is what stands for a file that is not there.
    public static boolean isNothing(Path file) {
        return file.equals(Path.of(NOTHING));
    }
}
