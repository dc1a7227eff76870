package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a Python's version by names of files, without running it. Immutable.
final class PythonVersions {

    private static final Logger LOG = LoggerFactory.getLogger(PythonVersions.class);
    private static final Pattern PROGRAM = Pattern.compile("python(\\d+\\.\\d+)(\\.exe)?");
    private static final Pattern LIBRARY = Pattern.compile("python(\\d+\\.\\d+)");
    private static final Pattern CONDA_PACKAGE =
            Pattern.compile("python-(\\d+\\.\\d+\\.\\d+)-[^-]+\\.json");

    private PythonVersions() {}

    /// Returns the version that the program's real name says, such as `3.11`; empty if it says
    /// none.
    static @Nullable String ofInterpreter(Path program) {
        if (!program.isAbsolute() || !Files.exists(program)) {
            return null;
        }
        try {
            var match = PROGRAM.matcher(program.toRealPath().getFileName().toString());
            return match.matches() ? match.group(1) : null;
        } catch (IOException e) {
            LOG.debug("cannot follow {}", program, e);
            return null;
        }
    }

    /// Returns the version of a conda environment, as its package list says.
    static @Nullable String ofConda(Path prefix) {
        return firstMatch(prefix.resolve("conda-meta"), CONDA_PACKAGE);
    }

    /// Returns the version that the folder of libraries is named after.
    static @Nullable String ofLibrary(Path prefix) {
        return firstMatch(prefix.resolve("lib"), LIBRARY);
    }

    private static @Nullable String firstMatch(Path folder, Pattern pattern) {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> pattern.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            LOG.debug("cannot list {}", folder, e);
            return null;
        }
    }
}
