package org.cellist.app.ui.xserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The program on an X server of its own, with ibus-hangul, a mouse and a keyboard.
///
/// Everything is waited for by what [HangulProbe] says. Confined to the test's thread.
final class HangulWindow implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    /// Behind the text of a cell, and not below the bar of the search.
    private static final int BEHIND = 300;

    /// In a session bus of its own, so that no input method of this machine is touched.
    private static final String SESSION =
            """
            gsettings set org.freedesktop.ibus.engine.hangul initial-input-mode hangul || exit 9
            gsettings set org.freedesktop.ibus.general preload-engines "['hangul']" || exit 9
            ibus-daemon --xim &
            daemon=$!
            until ibus engine hangul 2>/dev/null; do
                kill -0 "$daemon" || exit 9
            done
            "$@"
            kill "$daemon"
            """;

    private final Path home;
    private final XServer server;
    private final Process session;
    private final Thread reader;
    private final Deque<String> output = new ArrayDeque<>(); // the newest last, for reports
    private final Map<String, Place> rows = new HashMap<>();
    private Keys keys = new Keys("", 0, 0, "");
    private String mode = "";
    private boolean isOver;

    /// Where an editor is, in pixels of the screen.
    record Place(int left, int top, int right, int bottom) {}

    /// Where keys go: to a cell, `field` or `page`.
    ///
    /// @param left of the caret, in pixels of the screen
    /// @param bottom of the caret
    /// @param text as it is shown, with what is composed
    record Keys(String place, int left, int bottom, String text) {}

    /// Opens a notebook.
    ///
    /// @param home where settings are
    HangulWindow(Path home, Path notebook) throws IOException {
        this.home = home;
        server = XServer.start();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        "dbus-run-session",
                        "--",
                        "sh",
                        "-c",
                        SESSION,
                        "session",
                        java,
                        "-Dprism.order=sw",
                        "-Duser.home=" + home,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HangulProbe.class.getName(),
                        notebook.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        prepare(builder.environment());
        session = builder.start();
        reader = Thread.ofVirtual().name("hangul-output").start(this::read);
    }

    /// Nothing of the person's own settings is read or changed.
    private void prepare(Map<String, String> environment) {
        server.use(environment);
        environment.putAll(
                Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_CONFIG_HOME",
                        home.resolve("config").toString(),
                        "XDG_CACHE_HOME",
                        home.resolve("cache").toString(),
                        "XDG_DATA_HOME",
                        home.resolve("data").toString(),
                        "LC_ALL",
                        "C.UTF-8",
                        "GSETTINGS_BACKEND",
                        "keyfile",
                        "GTK_IM_MODULE",
                        "ibus",
                        "XMODIFIERS",
                        "@im=ibus"));
    }

    private void read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(session.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            take("its output ended: " + e);
        }
        synchronized (this) {
            isOver = true;
            notifyAll();
        }
    }

    private synchronized void take(String line) {
        output.addLast(line);
        if (output.size() > 40) {
            output.removeFirst();
        }
        var words = line.split(" ", 6);
        if (line.startsWith("row ")) {
            rows.put(words[1], new Place(at(words[2]), at(words[3]), at(words[4]), at(words[5])));
        } else if (line.startsWith("mode")) {
            mode = line.substring("mode".length()).strip();
        } else if (line.startsWith("keys ")) {
            var rest = line.split(" ", 5);
            keys = new Keys(rest[1], at(rest[2]), at(rest[3]), rest[4]);
        }
        notifyAll();
    }

    private static int at(String number) {
        return Integer.parseInt(number);
    }

    // ---- what is seen

    /// Waits until keys go to a place that has this text.
    Keys awaitKeys(String place, String text) throws InterruptedException {
        await(
                place + " has the keys and " + text,
                window -> window.keys.place.equals(place) && window.keys.text.equals(text));
        return keys;
    }

    /// Waits until Vim's mode is that, as it is shown.
    void awaitMode(String name) throws InterruptedException {
        await("the mode is " + name, window -> window.mode.equals(name));
    }

    /// Waits until the cell that has the keys shows something else than that.
    Keys awaitOther(Keys before) throws InterruptedException {
        await("something is shown", window -> !window.keys.equals(before));
        return keys;
    }

    private Place awaitRow(String cell) throws InterruptedException {
        await("cell " + cell + " is there", window -> window.rows.containsKey(cell));
        return Objects.requireNonNull(rows.get(cell));
    }

    private synchronized void await(String what, Predicate<HangulWindow> condition)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.test(this)) {
            long left = end - System.nanoTime();
            if (left <= 0 || isOver) {
                throw new AssertionError(
                        "waited in vain until " + what + "\n" + String.join("\n", output));
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /// Waits until a window of that class is on the screen, and returns where.
    Place awaitWindow(String windowClass) throws IOException, InterruptedException {
        // xdotool waits by itself.
        var id = xdotool("search", "--sync", "--onlyvisible", "--class", windowClass).lines();
        var shape = xdotool("getwindowgeometry", "--shell", id.findFirst().orElseThrow());
        int x = number(shape, "X");
        int y = number(shape, "Y");
        return new Place(x, y, x + number(shape, "WIDTH"), y + number(shape, "HEIGHT"));
    }

    private static int number(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> at(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    // ---- what a person does

    /// Presses keys one after the other, as xdotool names them.
    void press(String... names) throws IOException, InterruptedException {
        xdotool(Stream.concat(Stream.of("key"), Stream.of(names)).toArray(String[]::new));
    }

    /// Types as on an English keyboard.
    void type(String letters) throws IOException, InterruptedException {
        xdotool("type", letters);
    }

    /// Clicks into the editor of a cell, behind its text.
    void click(String cell) throws IOException, InterruptedException {
        var place = awaitRow(cell);
        var x = String.valueOf(place.left + BEHIND);
        var y = String.valueOf((place.top + place.bottom) / 2);
        xdotool("mousemove", x, y, "click", "1");
    }

    /// Takes another engine of ibus, which begins as it does when a person logs in.
    void takeEngine(String name) throws IOException, InterruptedException {
        output("ibus", "engine", name);
    }

    private String xdotool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        return output(command.toArray(String[]::new));
    }

    private String output(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        prepare(builder.environment());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    // ---- its end

    /// Ends everything that was started, and waits for it.
    @Override
    public void close() {
        var all = new ArrayList<>(session.descendants().toList());
        all.add(session.toHandle());
        all.forEach(ProcessHandle::destroy);
        for (var each : all) {
            try {
                each.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                each.destroyForcibly();
                throw new AssertionError(each.info() + " does not end", e);
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        reader.interrupt();
        server.close();
    }

    /// Returns what is missing here, empty for nothing.
    static List<String> missing() throws IOException {
        var lacks = new ArrayList<String>();
        Map.of(
                        "/usr/bin/Xvfb", "xvfb",
                        "/usr/bin/xdotool", "xdotool",
                        "/usr/bin/dbus-run-session", "dbus-daemon",
                        "/usr/bin/gsettings", "libglib2.0-bin",
                        "/usr/bin/ibus-daemon", "ibus",
                        "/usr/share/ibus/component/hangul.xml", "ibus-hangul")
                .forEach(
                        (file, name) -> {
                            if (!Files.exists(Path.of(file))) {
                                lacks.add(name);
                            }
                        });
        try (var libraries = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            boolean isThere = false;
            for (var folder : libraries) {
                var module = folder.resolve("gtk-3.0/3.0.0/immodules/im-ibus.so");
                isThere |= Files.exists(module);
            }
            if (!isThere) {
                lacks.add("ibus-gtk3");
            }
        }
        return lacks;
    }
}
