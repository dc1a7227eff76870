package org.cellist.app.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.environment.InstallProblem.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What installers really say, and what is made of it.
class InstallProblemTest {

    record Said(String words, Kind kind, String subject) {}

    static List<Said> words() {
        return List.of(
                new Said(
                        """
                        WARNING: Retrying (Retry(total=0)) after connection broken by \
                        'NewConnectionError(': Failed to establish a new connection: [Errno -2] \
                        Name or service not known')': /simple/numpy/
                        ERROR: Could not find a version that satisfies the requirement numpy
                        ERROR: No matching distribution found for numpy""",
                        Kind.NO_NETWORK,
                        ""),
                new Said(
                        "ERROR: No matching distribution found for tensorflow==99; x",
                        Kind.NO_PACKAGE,
                        "tensorflow==99"),
                new Said(
                        "Because nopkg was not found in the package registry and you require nopkg",
                        Kind.NO_PACKAGE,
                        "nopkg"),
                new Said("LibMambaUnsatisfiableError: UnsatisfiableError", Kind.CONFLICT, ""),
                new Said(
                        "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io",
                        Kind.CONFLICT,
                        ""),
                new Said(
                        "ERROR: Could not install packages due to an OSError: [Errno 28] No space"
                                + " left on device",
                        Kind.DISK_FULL,
                        ""),
                new Said(
                        """
                        The virtual environment was not created successfully because ensurepip is not
                        available.  On Debian/Ubuntu systems, you need to install the python3-venv
                        package""",
                        Kind.NO_VENV,
                        ""),
                new Said("/usr/bin/python3: No module named venv", Kind.NO_VENV, ""),
                new Said(
                        "ERROR: Invalid requirement: 'num py': Expected end",
                        Kind.BAD_LINE,
                        "num py"),
                new Said("error: Failed to parse: `num py`", Kind.BAD_LINE, "num py"),
                new Said("ERROR: Failed building wheel for h5py", Kind.BUILD, "h5py"),
                new Said(
                        "ERROR: Could not open requirements file: [Errno 2] No such file or"
                                + " directory: '/r.txt'",
                        Kind.NO_FILE,
                        "/r.txt"),
                new Said(
                        "error: Permission denied (os error 13) at path \"/x\"",
                        Kind.NOT_ALLOWED,
                        ""),
                new Said("Segmentation fault", Kind.OTHER, ""),
                new Said("", Kind.OTHER, ""));
    }

    @ParameterizedTest
    @MethodSource("words")
    void lastWordsAreUnderstood(Said said) {
        assertEquals(
                new InstallProblem(said.kind, said.subject, said.words),
                InstallProblem.of(said.words));
    }
}
