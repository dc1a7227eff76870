package org.cellist.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cellist.app.notebook.format.Corpus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `./cellist` and the scripts behind it in a copy of the checkout, in a folder with blanks, where
/// Maven, the JDK and the program itself are stubs that tell what they were asked.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "cellist.cmd is another program")
class LauncherTest {

    private static final long PATIENCE_SECONDS = 60;

    /// Puts into `target` what the real one would: what the folder `libraries` holds now.
    private static final String MAVEN =
            """
            echo maven >>"$LOG"
            mkdir -p app/target/lib app/target/javafx app/target/kernels
            cp libraries/* app/target/lib
            echo javafx >app/target/javafx/javafx-web-26-linux.jar
            echo kernel >app/target/kernels/java-kernel.jar
            echo app >app/target/app.jar
            """;

    /// Prints its arguments, one a line, and makes the start cache that it is asked for.
    private static final String JAVA =
            """
            case " $* " in
                *-XX:AOTMode=record*) echo "record $*" >>"$LOG"; exit "${RECORDING:-0}" ;;
                *-XX:AOTMode=create*)
                    for each; do
                        case $each in
                            -XX:AOTCache=*) echo cache >"${each#*=}" ;;
                        esac
                    done ;;
                *) printf '%s\\n' "$@" ;;
            esac
            """;

    private static final String JLINK =
            """
            while [ "$1" != --output ]; do shift; done
            echo jlink >>"$LOG"
            mkdir -p "$2/bin" "$2/lib"
            cp "$(dirname "$0")/java" "$2/bin/java"
            """;

    @TempDir Path folder;

    private Path jdk;
    private Path log;
    private Path checkout;

    @BeforeEach
    void copyCheckout() throws IOException {
        jdk = Files.createDirectory(folder.resolve("jdk"));
        log = Files.createFile(folder.resolve("log"));
        checkout = Files.createDirectory(folder.resolve("a checkout"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
        script(jdk.resolve("bin/java"), JAVA);
        script(jdk.resolve("bin/javac"), "");
        script(jdk.resolve("bin/jar"), "");
        script(jdk.resolve("bin/jlink"), JLINK);
        copy("cellist");
        for (var script : List.of("build.sh", "built.sh", "jdk.sh", "setup.sh", "start-cache.sh")) {
            copy(".build/" + script);
        }
        for (var file : List.of("java-options", "RenewClasses.java", "fonts/fonts.conf")) {
            copy(".build/" + file);
        }
        script(checkout.resolve("mvnw"), MAVEN);
        for (var file :
                List.of(
                        "pom.xml",
                        "app/pom.xml",
                        "kernel-bridge/pom.xml",
                        ".mvn/jvm.config",
                        "app/src/main/A.java",
                        "app/src/main/B.java",
                        "kernel-bridge/src/main/C.java",
                        "icons/cellist.svg",
                        "libraries/some-1.jar",
                        "libraries/picocli-4.jar")) {
            write(file);
        }
    }

    /// What makes the start caches beside the program still writes into the checkout.
    @AfterEach
    void awaitWhatRunsBeside() {
        ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info().commandLine().orElse("").contains(folder.toString()))
                .forEach(process -> process.onExit().join());
    }

    @Test
    void theFirstStartBuildsAndHandsItsArgumentsOver() throws IOException, InterruptedException {
        var started = cellist("kernels", "--name", "two words", "*");

        assertEquals(1, count("maven"), started::toString);
        assertEquals(
                List.of("org.cellist.app.Main", "kernels", "--name", "two words", "*"),
                started.out().subList(started.out().size() - 5, started.out().size()));
        assertTrue(started.out().contains("@" + run("options")), started::toString);
        assertTrue(started.out().contains("-XX:AOTCache=" + run("cellist.aot.cli")));
        assertTrue(options().contains("\"-Dcellist.home=" + checkout + "\"\n"), options());
    }

    @Test
    void whenNothingChangedNothingIsBuilt() throws IOException, InterruptedException {
        cellist("kernels");

        assertEquals(0, cellist("kernels").code());
        assertEquals(0, cellist("--version").code());
        assertEquals(0, cellist("convert", "x").code());

        assertEquals(1, count("maven"));
    }

    @Test
    void aSourceThatChangedOrIsGoneMeansAnotherBuild() throws IOException, InterruptedException {
        cellist("kernels");

        write("app/src/main/A.java");
        cellist("kernels");
        assertEquals(2, count("maven"));

        Files.delete(checkout.resolve("app/src/main/B.java"));
        cellist("kernels");
        assertEquals(3, count("maven"));

        copy(".build/java-options");
        cellist("kernels");
        assertEquals(4, count("maven"));
        assertEquals(1, count("jlink"));
    }

    @Test
    void aCheckoutThatWasMovedIsBuiltWhereItIs() throws IOException, InterruptedException {
        cellist("kernels");
        checkout = Files.move(checkout, folder.resolve("moved"));

        var started = cellist("--version");

        assertEquals(2, count("maven"));
        assertTrue(started.out().contains("@" + run("options")), started::toString);
        assertFalse(options().contains("a checkout"), options());
        assertEquals(1, count("jlink"));
    }

    @Test
    void aLibraryThatIsNotNeededAnyMoreLeavesTheClassPath()
            throws IOException, InterruptedException {
        cellist("kernels");
        Files.move(
                checkout.resolve("libraries/some-1.jar"), checkout.resolve("libraries/some-2.jar"));
        write("app/pom.xml");

        cellist("kernels");

        assertTrue(options().contains("some-2.jar"), options());
        assertFalse(options().contains("some-1.jar"), options());
    }

    @Test
    void aBuildThatAnotherHasDoneIsNotDoneAgain() throws IOException, InterruptedException {
        cellist("kernels");
        write("app/src/main/A.java");
        var lock = Files.createDirectory(run("building"));
        Files.writeString(lock.resolve("pid"), Long.toString(ProcessHandle.current().pid()));

        var process = start("kernels");
        var told = process.errorReader(UTF_8).readLine();
        Files.writeString(run("built"), checkout + "\n");
        Files.delete(lock.resolve("pid"));
        Files.delete(lock);

        assertTrue(told.contains("waiting"), told);
        assertEquals(0, end(process).code());
        assertEquals(1, count("maven"));
    }

    @Test
    void oneStartCacheIsMadeWithoutTheOther() throws IOException, InterruptedException {
        cellist("kernels");
        Files.delete(run("cellist.aot.cli"));

        var made = end(start(List.of("sh", checkout.resolve(".build/start-cache.sh").toString())));

        assertEquals(0, made.code(), made::toString);
        assertEquals(3, count("record"));
        assertTrue(Files.exists(run("cellist.aot.cli")));
    }

    @Test
    void theFirstFailingCellOfTheTourIsNoReasonToHaveNoCache()
            throws IOException, InterruptedException {
        cellist("kernels");
        Files.delete(run("cellist.aot"));
        Files.delete(run("cellist.aot.cli"));
        var command = List.of("env", "RECORDING=1", "sh", ".build/start-cache.sh");

        end(start(command));

        assertTrue(Files.exists(run("cellist.aot.cli")));
        assertTrue(Files.exists(run("cellist.aot.failed")));
        assertFalse(Files.exists(run("cellist.aot.cli.failed")));
    }

    @Test
    void whatAPersonWasToldIsNotLookedForAgainOnThatDay() throws IOException, InterruptedException {
        var told = run("told-python");
        var setUp = "echo setup $* >>\"$LOG\"; mkdir -p target/run; : >target/run/told-python\n";
        write(".build/setup.sh", setUp);
        write("n.ipynb", "{\"kernelspec\": {\"language\": \"python\"}}");

        cellist("run", "n.ipynb");
        cellist("run", "n.ipynb");
        assertEquals(1, count("setup python"));

        Files.setLastModifiedTime(
                checkout.resolve(".build/setup.sh"), FileTime.from(ago(Duration.ofDays(9))));
        Files.setLastModifiedTime(told, FileTime.from(ago(Duration.ofDays(2))));
        cellist("run", "n.ipynb");
        assertEquals(2, count("setup python"));

        write(".build/setup.sh", setUp);
        cellist("run", "n.ipynb");
        assertEquals(3, count("setup python"));
    }

    @Test
    void oneLineIsToTypeAndWhatIsThereLaterIsRecordedAnew()
            throws IOException, InterruptedException {
        cellist("kernels");
        var bin = Files.createDirectory(folder.resolve("bin"));
        for (var tool : List.of("sh", "dirname", "mkdir", "rm", "cat")) {
            script(bin.resolve(tool), "exec /bin/" + tool + " \"$@\"");
        }
        script(bin.resolve("uname"), "echo Linux");
        script(bin.resolve("id"), "echo 1000");
        script(bin.resolve("sudo"), "exit 1");
        script(bin.resolve("apt-get"), "echo apt-get >>\"$LOG\"");
        var setUp = List.of("env", "PATH=" + bin, "sh", ".build/setup.sh", "screen");

        var lacking = end(start(setUp));
        script(bin.resolve("Xvfb"), "");
        var there = end(start(setUp));

        var commands = lacking.err().lines().filter(line -> line.contains("apt-get install"));
        assertEquals(1, commands.count(), lacking::toString);
        assertTrue(lacking.err().endsWith(" xvfb"), lacking::toString);
        assertEquals(0, count("apt-get"));
        assertEquals("", there.err());
        assertTrue(Files.exists(run("ready-screen")));
        assertFalse(Files.exists(run("told-screen")));
        assertFalse(Files.exists(run("cellist.aot.cli")));
        assertTrue(Files.exists(run("cellist.aot")));
    }

    private static Instant ago(Duration time) {
        return Instant.now().minus(time);
    }

    private record Ended(int code, List<String> out, String err) {}

    private Ended cellist(String... arguments) throws IOException, InterruptedException {
        return end(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("sh", checkout.resolve("cellist").toString()));
        command.addAll(Arrays.asList(arguments));
        return start(command);
    }

    private Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(checkout.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LOG", log.toString());
        builder.environment().remove("CELLIST_OPTS");
        return builder.start();
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        try (var out = process.inputReader(UTF_8);
                var err = process.errorReader(UTF_8)) {
            var shown = out.lines().toList();
            var told = err.lines().collect(Collectors.joining("\n"));
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            return new Ended(process.exitValue(), shown, told);
        }
    }

    private long count(String what) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(what)).count();
        }
    }

    private String options() throws IOException {
        return Files.readString(run("options"));
    }

    private Path run(String name) {
        return checkout.resolve("target/run").resolve(name);
    }

    private void copy(String file) throws IOException {
        write(file, Files.readString(Corpus.repository().resolve(file)));
    }

    private void write(String file) throws IOException {
        write(file, file);
    }

    private void write(String file, String text) throws IOException {
        var path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\nset -eu\n" + text);
        assertTrue(file.toFile().setExecutable(true));
    }
}
