package org.cellist.kernel.runtime.local.gpu;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The programs and files that tell of GPUs. A port: [SystemPrograms] is the real one.
///
/// Thread-safe. Its methods block.
interface Programs {

    /// Returns where a program is.
    Optional<Path> find(String name);

    /// Runs a program and returns what it wrote to its standard output, whatever its exit code;
    /// empty if it cannot be started or takes too long, after which it is killed.
    Optional<String> ask(List<String> command, Duration atMost) throws InterruptedException;

    /// Asks CUDA's driver in a process of its own, as [#ask] does; empty where there is none.
    Optional<String> askCuda(Duration atMost) throws InterruptedException;

    /// Returns the texts of the files that Linux has for each AMD GPU, in the order of the cards.
    List<Map<String, String>> amdCards();

    /// Returns whether macOS's programs are to be asked.
    boolean isMac();
}
