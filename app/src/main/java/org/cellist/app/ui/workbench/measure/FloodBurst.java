package org.cellist.app.ui.workbench.measure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Opens a terminal of this machine and lets `yes` write into it for ten seconds.
///
/// Confined to the JavaFX Application Thread.
final class FloodBurst implements Burst {

    private static final long FLOOD_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int LOOKS = 200;
    private static final int BETWEEN_LOOKS_MS = 50;
    private static final String COMMAND = "yes 0123456789";

    private final Scene scene;
    private final Executor fx;
    private @Nullable Node terminal;
    private long began;
    private boolean isOver;

    FloodBurst(Scene scene, Executor fx) {
        this.scene = scene;
        this.fx = fx;
    }

    @Override
    public void prepare(Runnable ready, Consumer<String> failed) {
        Event.fireEvent(scene.getRoot(), CellBurst.press(KeyCode.BACK_QUOTE));
        look(LOOKS, ready, failed);
    }

    private void look(int left, Runnable ready, Consumer<String> failed) {
        terminal = scene.getRoot().lookup(".terminal-screen");
        if (left == 0) {
            failed.accept("no terminal");
            return;
        }
        later(terminal == null ? () -> look(left - 1, ready, failed) : ready);
    }

    private void later(Runnable task) {
        CompletableFuture.delayedExecutor(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS, fx)
                .execute(task);
    }

    @Override
    public void begin() {
        COMMAND.chars().forEach(c -> send(typed(Character.toString(c))));
        send(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        began = System.nanoTime();
    }

    private void send(KeyEvent event) {
        Event.fireEvent(terminal, event);
    }

    private static KeyEvent typed(String letter) {
        var key = KeyCode.UNDEFINED;
        return new KeyEvent(KeyEvent.KEY_TYPED, letter, "", key, false, false, false, false);
    }

    @Override
    public boolean isOver() {
        if (!isOver && System.nanoTime() - began > FLOOD_NANOS) {
            isOver = true;
            send(CellBurst.press(KeyCode.C));
        }
        return isOver;
    }
}
