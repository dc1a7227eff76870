package org.cellist.kernel.runtime.local;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What finding kernels needs to know of the machine, so that a test can make one up. Immutable.
///
/// @param env the environment variables
/// @param javaKernelJar the bundled Java kernel; null when it was left out
/// @param javaHome the Java that runs this program
public record Machine(
        OperatingSystem system,
        Path home,
        Map<String, String> env,
        @Nullable Path javaKernelJar,
        Path javaHome) {

    /// The operating systems that lay out Jupyter's folders differently.
    public enum OperatingSystem {
        LINUX,
        MACOS,
        WINDOWS
    }

    public Machine {
        env = Map.copyOf(env);
    }

    /// Looks at the machine this program runs on.
    ///
    /// @param javaKernelJar the bundled Java kernel; null when it was left out
    public static Machine current(@Nullable Path javaKernelJar) {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return new Machine(
                system(name),
                Path.of(System.getProperty("user.home")),
                System.getenv(),
                javaKernelJar,
                Path.of(System.getProperty("java.home")));
    }

    private static OperatingSystem system(String name) {
        if (name.contains("win")) {
            return OperatingSystem.WINDOWS;
        }
        return name.contains("mac") ? OperatingSystem.MACOS : OperatingSystem.LINUX;
    }

    boolean isWindows() {
        return system == OperatingSystem.WINDOWS;
    }

    /// Returns an environment variable, or null when it is absent or blank.
    @Nullable String variable(String name) {
        var value = env.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
