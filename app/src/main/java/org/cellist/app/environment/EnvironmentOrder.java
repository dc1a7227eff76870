package org.cellist.app.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A Python environment that is to be made: where, by what, and with which packages. Each gets
/// ipykernel besides, without which no notebook runs on it.
///
/// Immutable.
///
/// @param folder its root, absolute; must not be there yet
public record EnvironmentOrder(Path folder, Maker maker) {

    private static final String IPYKERNEL = "ipykernel";

    /// What makes an environment.
    public sealed interface Maker {

        /// Python's own venv, and pip in it.
        ///
        /// @param python the interpreter that it is made of
        /// @param packages arguments of `pip install`, one package or option each
        record Venv(Path python, List<String> packages) implements Maker {
            public Venv {
                packages = List.copyOf(packages);
            }
        }

        /// uv, which needs no pip and fetches a Python that is not here.
        ///
        /// @param program uv itself
        /// @param python an interpreter's path, or a version such as `3.12`
        /// @param packages arguments of `uv pip install`, one package or option each
        record Uv(Path program, String python, List<String> packages) implements Maker {
            public Uv {
                packages = List.copyOf(packages);
            }
        }

        /// conda, mamba or micromamba, from an `environment.yml` as it is.
        ///
        /// @param program one of the three
        record Conda(Path program, Path file) implements Maker {}
    }

    /// Returns the commands, to be run one after the other; each a program and its arguments.
    public List<List<String>> commands() {
        return switch (maker) {
            case Maker.Venv(var base, var packages) ->
                    List.of(
                            List.of(base.toString(), "-m", "venv", folder.toString()),
                            with(
                                    List.of(
                                            python().toString(),
                                            "-m",
                                            "pip",
                                            "install",
                                            "--no-input",
                                            "--disable-pip-version-check"),
                                    packages));
            case Maker.Uv(var program, var base, var packages) ->
                    List.of(
                            List.of(
                                    program.toString(),
                                    "venv",
                                    "--python",
                                    base,
                                    folder.toString()),
                            with(
                                    List.of(
                                            program.toString(),
                                            "pip",
                                            "install",
                                            "--python",
                                            python().toString()),
                                    packages));
            case Maker.Conda(var program, var file) -> conda(program.toString(), file.toString());
        };
    }

    private static List<String> with(List<String> command, List<String> packages) {
        var whole = new ArrayList<>(command);
        whole.add(IPYKERNEL);
        whole.addAll(packages);
        return whole;
    }

    /// micromamba has no command `env create`, and takes such files by `create`.
    private List<List<String>> conda(String program, String file) {
        boolean isMicro = name(Path.of(program)).startsWith("micromamba");
        var create = new ArrayList<String>(List.of(program));
        create.addAll(isMicro ? List.of("create", "--yes") : List.of("env", "create"));
        create.addAll(List.of("--prefix", folder.toString(), "--file", file));
        return List.of(
                create,
                List.of(program, "install", "--yes", "--prefix", folder.toString(), IPYKERNEL));
    }

    private static String name(Path program) {
        return String.valueOf(program.getFileName()).toLowerCase(Locale.ROOT);
    }

    /// Whether the folder may be made beforehand, which keeps it ours: conda wants none there.
    boolean takesEmptyFolder() {
        return !(maker instanceof Maker.Conda);
    }

    /// Returns the interpreter that the environment will have.
    public Path python() {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            return folder.resolve("bin").resolve("python");
        }
        return maker instanceof Maker.Conda
                ? folder.resolve("python.exe")
                : folder.resolve("Scripts").resolve("python.exe");
    }
}
