package org.cellist.kernel.runtime.local;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.discovery.Host;
import org.jspecify.annotations.Nullable;

/// The Java kernel that comes with Cellist, run by Cellist's own Java in a process of its own.
///
/// Its jar holds all that it needs, under other names than ours or not, and so is never put on
/// our class path. See docs/decisions/0017.
///
/// Stateless.
final class JavaKernel {

    /// The system property that names the jar; an installer sets it.
    private static final String JAR_PROPERTY = "cellist.javaKernel";

    private static final String JAR = "java-kernel.jar";

    private JavaKernel() {}

    /// Returns its kernelspec, always; without its jar it has no interpreter and does not run.
    ///
    /// @param known its jar; null to look for it
    static Kernelspec kernelspec(Host host, @Nullable Path known) {
        var java = java(host);
        var jar = known == null ? jar() : Optional.of(known).filter(Files::isRegularFile);
        var file =
                new KernelspecFile(
                        List.of(
                                java.toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                classPath(jar),
                                JavaKernelMain.class.getName(),
                                "{connection_file}"),
                        "Java (built in)",
                        "java",
                        InterruptMode.SIGNAL,
                        Map.of(
                                "RJK_TIMEOUT_MILLIS",
                                "-1",
                                "RJK_MIMA_CACHE",
                                host.home().resolve(".cache/cellist/java-kernel").toString()),
                        JsonObject.EMPTY);
        var version = Runtime.version().toString();
        return new Kernelspec(
                "java",
                file,
                KernelspecSource.BUILT_IN,
                null,
                jar.isPresent() ? new Interpreter(java, version) : null,
                null,
                null);
    }

    /// The kernel's jar comes first: what it has twice is its own.
    private static String classPath(Optional<Path> jar) {
        return Stream.of(jar, ours())
                .flatMap(Optional::stream)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path java(Host host) {
        var name = host.os() == Host.Os.WINDOWS ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /// Returns the jar: where the property says, else in a folder `kernels` beside our own jar or
    /// class folder or beside the folder of jars, where the build puts it.
    private static Optional<Path> jar() {
        var named = System.getProperty(JAR_PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isRegularFile);
        }
        return ours().flatMap(
                        it ->
                                Stream.of("kernels", "../kernels")
                                        .map(it::resolveSibling)
                                        .map(folder -> folder.resolve(JAR).normalize())
                                        .filter(Files::isRegularFile)
                                        .findFirst());
    }

    /// Returns our own jar or class folder.
    private static Optional<Path> ours() {
        return Optional.ofNullable(JavaKernel.class.getProtectionDomain().getCodeSource())
                .flatMap(JavaKernel::location);
    }

    private static Optional<Path> location(CodeSource source) {
        try {
            return source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
