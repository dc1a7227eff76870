package org.cellist.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.app.notebook.format.Corpus;

/// The program as a process of its own, as `./cellist` starts it. Settings are nobody's.
///
/// Confined to one thread.
final class CliProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final CompletableFuture<String> out;
    private final BufferedReader err;
    private final StringBuilder read = new StringBuilder();

    private CliProcess(Process process) {
        this.process = process;
        this.out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        this.err = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    }

    /// A shell starts what runs in its background with SIGINT ignored, and children inherit that:
    /// these tests would wait for ever.
    private static final List<String> WITH_SIGINT =
            List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV or die $!");

    /// What a process left behind. Immutable.
    record Ended(int code, String out, String err) {}

    /// @param settings the folder of the person's settings
    static CliProcess start(Path settings, Object... arguments) throws IOException {
        return startUnder(List.of(), settings, arguments);
    }

    private static CliProcess startUnder(List<String> wrapper, Path settings, Object... arguments)
            throws IOException {
        var command = new ArrayList<>(wrapper);
        command.addAll(WITH_SIGINT);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-Dstderr.encoding=UTF-8", "-Duser.language=en"));
        command.add("--enable-native-access=ALL-UNNAMED");
        var kernels = Corpus.repository().resolve("app/target/kernels/java-kernel.jar");
        command.add("-Dcellist.javaKernel=" + kernels);
        command.addAll(List.of("-cp", classPath(), "org.cellist.app.Main"));
        List.of(arguments).forEach(each -> command.add(each.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("XDG_CONFIG_HOME", settings.toString());
        return new CliProcess(builder.start());
    }

    private static String classPath() {
        var whole = System.getProperty("surefire.test.class.path");
        return whole == null ? System.getProperty("java.class.path") : whole;
    }

    static Ended run(Path settings, Object... arguments) throws IOException, InterruptedException {
        try (var process = start(settings, arguments)) {
            return process.end();
        }
    }

    /// Runs the program as the child of another one.
    ///
    /// @param wrapper a command that ends with running its arguments
    static Ended runUnder(List<String> wrapper, Path settings, Object... arguments)
            throws IOException, InterruptedException {
        try (var process = startUnder(wrapper, settings, arguments)) {
            return process.end();
        }
    }

    /// Reads the progress until a line begins so.
    void awaitProgress(String start) throws IOException {
        for (var line = err.readLine(); line != null; line = err.readLine()) {
            read.append(line).append('\n');
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("the process ended before \"" + start + "\": " + read);
    }

    /// Sends the signal that Ctrl+C sends.
    void signalInterrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /// Returns whether the process ends by itself within that time.
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    Ended end() throws IOException, InterruptedException {
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(this::killed);
        for (var line = err.readLine(); line != null; line = err.readLine()) {
            read.append(line).append('\n');
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end: " + read);
        }
        return new Ended(process.exitValue(), out.join(), read.toString());
    }

    private Process killed(Throwable tooLate) {
        read.append("killed: ").append(tooLate).append('\n');
        return process.destroyForcibly();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
