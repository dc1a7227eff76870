package org.cellist.kernel.runtime;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The program that runs a kernel's code.
///
/// @param path absolute, as it is started: symbolic links are kept, a Python environment is known
///     by them
/// @param version as precise as it could be read without running the program (`3.11.7`, `3.11`);
///     null if unknown
///
/// Immutable.
public record Interpreter(Path path, @Nullable String version) {}
