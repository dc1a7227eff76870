package org.cellist.app.environment;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.PipeThread;
import org.jspecify.annotations.Nullable;

/// A program that lays Python out, ruff or black, as a kernel's environment has it.
///
/// It gets the code over its standard input, and reads the settings of a folder (`pyproject.toml`),
/// but runs nothing that lies there.
///
/// Immutable.
///
/// @param name what people call it
/// @param command how it is started, before its arguments
public record CodeFormatter(String name, List<String> command) {

    /// How long it may take.
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Executor PIPES = task -> PipeThread.start("format-pipe", task);
    private static final Pattern PLACE = Pattern.compile("(\\d+):(\\d+): *(.*)");

    public CodeFormatter {
        command = List.copyOf(command);
    }

    /// How it went. Immutable.
    public sealed interface Outcome {

        record Formatted(String code) implements Outcome {}

        /// It is no Python.
        ///
        /// @param line counted from 1; 0 where the program did not say
        /// @param why in the program's words
        record Refused(int line, String why) implements Outcome {}

        /// The environment has no such program.
        record Missing() implements Outcome {}

        /// It ended in another way, or not in time.
        ///
        /// @param lastWords what it said; empty when it said nothing in time
        record Failed(String lastWords) implements Outcome {}
    }

    /// Returns what to try in the environment of a kernel, in that order: ruff first. Looks at the
    /// names of files only.
    public static List<CodeFormatter> of(Kernelspec kernelspec) {
        var interpreter = kernelspec.interpreter();
        if (interpreter == null) {
            return List.of();
        }
        var found = new ArrayList<CodeFormatter>();
        for (var name : List.of("ruff", "black")) {
            var program = program(name, folders(interpreter, kernelspec));
            if (program != null) {
                found.add(new CodeFormatter(name, List.of(program.toString())));
            }
        }
        for (var name : found.isEmpty() ? List.of("ruff", "black") : List.<String>of()) {
            var python = interpreter.path().toString();
            found.add(new CodeFormatter(name, List.of(python, "-m", name)));
        }
        return found;
    }

    private static List<Path> folders(Interpreter interpreter, Kernelspec kernelspec) {
        var folders = new ArrayList<Path>();
        var beside = interpreter.path().getParent();
        if (beside != null) {
            folders.add(beside);
        }
        var environment = kernelspec.environment();
        if (environment != null) {
            folders.addAll(environment.programFolders());
        }
        return folders;
    }

    private static @Nullable Path program(String name, List<Path> folders) {
        for (var folder : folders) {
            for (var file : List.of(folder.resolve(name), folder.resolve(name + ".exe"))) {
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    /// Lays code out. Blocks.
    ///
    /// @param folder whose settings hold; the notebook's
    public Outcome format(String code, Path folder) throws InterruptedException {
        var line = new ArrayList<>(command);
        line.addAll(name.equals("ruff") ? List.of("format", "--no-cache") : quietly(folder));
        line.addAll(List.of("--stdin-filename", folder.resolve("cell.py").toString(), "-"));
        try {
            return run(builder(line).start(), code);
        } catch (IOException | UncheckedIOException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    /// Black looks for its settings where it runs, unless it is told of them.
    private static List<String> quietly(Path folder) {
        for (var each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            var settings = each.resolve("pyproject.toml");
            if (Files.isReadable(settings)) {
                return List.of("--quiet", "--config", settings.toString());
            }
        }
        return List.of("--quiet");
    }

    /// Runs at home, as every program that is not the notebook's: Python loads what lies in the
    /// folder that it runs in.
    private static ProcessBuilder builder(List<String> line) {
        var builder = new ProcessBuilder(line);
        builder.directory(new File(System.getProperty("user.home", "/")));
        builder.environment().put("PYTHONSAFEPATH", "1");
        builder.environment().put("PYTHONUTF8", "1");
        return builder;
    }

    private Outcome run(Process process, String code) throws InterruptedException {
        var given = CompletableFuture.runAsync(() -> write(process.getOutputStream(), code), PIPES);
        var laidOut = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), PIPES);
        var said = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), PIPES);
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return new Outcome.Failed("");
            }
            CompletableFuture.allOf(given, laidOut, said).join();
            return outcome(process.exitValue(), laidOut.join(), said.join().strip());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Outcome outcome(int code, String laidOut, String said) {
        if (code == 0) {
            return new Outcome.Formatted(laidOut);
        }
        if (said.contains("No module named " + name)) {
            return new Outcome.Missing();
        }
        var place = PLACE.matcher(said);
        return place.find()
                ? new Outcome.Refused(Integer.parseInt(place.group(1)), place.group(3).strip())
                : new Outcome.Failed(said);
    }

    /// A program that ends before it has read everything has said why.
    private static void write(OutputStream stream, String code) {
        try (stream) {
            stream.write(code.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            return; // its exit code tells
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
