package org.cellist.app.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.theme.Typography;
import org.testfx.api.FxRobot;

/// The test's hold on the JavaFX thread: show, act, wait for what follows.
///
/// Every method may be called from the test's thread only; what is given runs on JavaFX's.
public final class Fx {

    private static final long PATIENCE_SECONDS = 20;
    private static final Object STARTING = new Object();
    private static final Queue<Throwable> UNCAUGHT = new ConcurrentLinkedQueue<>();
    private static volatile Thread thread = Thread.currentThread();
    private static boolean started;

    private final List<Stage> stages = new ArrayList<>();
    private final List<Runnable> dressings = new ArrayList<>();
    private volatile boolean preparing;

    Fx() {}

    /// Starts the toolkit when it is not running.
    void begin() {
        synchronized (STARTING) {
            if (started) {
                return;
            }
            var ready = new CountDownLatch(1);
            try {
                Platform.startup(ready::countDown);
            } catch (IllegalStateException _) {
                ready.countDown(); // another test framework started it
            }
            awaitLatch(ready);
            Platform.setImplicitExit(false);
            started = true;
            run(
                    () -> {
                        thread = Thread.currentThread();
                        thread.setUncaughtExceptionHandler((_, e) -> UNCAUGHT.add(e));
                    });
        }
    }

    /// Whether the JavaFX thread does something that no person waits for.
    boolean isPreparing() {
        return preparing;
    }

    Thread thread() {
        return thread;
    }

    /// Shows a node alone in a dressed window without decoration; returns its stage.
    public Stage show(Parent root, double width, double height) {
        return show(root, width, height, Theme.LIGHT);
    }

    public Stage show(Parent root, double width, double height, Theme theme, String... sheets) {
        var stage =
                prepare(
                        () -> {
                            var scene = new Scene(root, width, height);
                            var look = new Look(List.of(sheets));
                            look.dress(scene, theme);
                            dressings.add(() -> look.dress(scene, theme));
                            var made = new Stage();
                            made.setScene(scene);
                            made.show();
                            return made;
                        });
        stages.add(stage);
        preparing = true;
        settle();
        preparing = false;
        return stage;
    }

    /// Lets letters be set otherwise in all windows, as the program does.
    public void setType(Typography type) {
        preparing = true;
        run(
                () -> {
                    ChosenType.use(type);
                    dressings.forEach(Runnable::run);
                });
        settle();
        preparing = false;
    }

    /// Runs an action on the JavaFX thread and returns when it has ended.
    public void run(Runnable action) {
        call(
                () -> {
                    action.run();
                    return true;
                });
    }

    /// Puts other contents into a window that is shown; it takes as long as it takes.
    public void replaceRoot(Stage stage, Parent root) {
        preparing = true;
        run(() -> stage.getScene().setRoot(root));
        settle();
        preparing = false;
    }

    /// Returns what the JavaFX thread computed, however long it took: for the arrangement of a
    /// test, which runs the code of a whole window for the first time.
    public <T> T prepare(Callable<T> action) {
        preparing = true;
        try {
            return call(action);
        } finally {
            preparing = false;
        }
    }

    /// Returns what the JavaFX thread computed.
    public <T> T call(Callable<T> action) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> complete(result, action));
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("on the JavaFX thread: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @SuppressWarnings("IllegalCatch") // the end of the task: everything goes to the test's thread
    private static <T> void complete(CompletableFuture<T> result, Callable<T> action) {
        try {
            result.complete(action.call());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /// Returns when two pulses have passed and what was queued before has run.
    public void settle() {
        var passed = new CountDownLatch(2);
        run(
                () ->
                        new AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                passed.countDown();
                                if (passed.getCount() == 0) {
                                    stop();
                                }
                            }
                        }.start());
        awaitLatch(passed);
        run(() -> {});
    }

    /// Returns when the condition, evaluated on the JavaFX thread after each pulse, is true.
    ///
    /// @throws AssertionError after 20 seconds
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            settle();
        }
    }

    /// TestFX's mouse and keyboard.
    public FxRobot robot() {
        return new FxRobot();
    }

    /// Writes what a window shows to a PNG, for a person to look at.
    public void snapshot(Window window, Path png) {
        var image = prepare(() -> SwingFXUtils.fromFXImage(window.getScene().snapshot(null), null));
        try {
            Files.createDirectories(png.toAbsolutePath().getParent());
            ImageIO.write(image, "png", png.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void closeAll() {
        run(
                () -> {
                    stages.forEach(Stage::hide);
                    ChosenType.use(Typography.STANDARD);
                    List.copyOf(Window.getWindows()).forEach(Window::hide);
                });
        stages.clear();
        dressings.clear();
    }

    void failOnUncaught() {
        var first = UNCAUGHT.poll();
        UNCAUGHT.clear();
        if (first != null) {
            throw new AssertionError("uncaught on the JavaFX thread: " + first, first);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the JavaFX thread did not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
