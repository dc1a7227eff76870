package org.cellist.app.ui.theme;

import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/// A window beside the program's own, dressed as that one is, now and whenever that changes, and
/// closed with it, by its title bar, by `Esc` where nothing in it takes that, and by `Ctrl+W`.
///
/// Confined to the JavaFX Application Thread.
public final class OwnWindow {

    private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);
    private static final KeyCombination CLOSE =
            new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    private final Stage stage = new Stage();
    private final Subscription following;

    /// @param width of the content, in pixels
    /// @param leader the scene of the program's window
    /// @param closed is called when the window is gone
    public OwnWindow(Parent content, double width, double height, Scene leader, Runnable closed) {
        var scene = new Scene(content, width, height);
        following = Subscription.combine(SameLook.follow(scene, leader), closeWith(leader));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::closeByKey);
        stage.setScene(scene);
        if (leader.getWindow() instanceof Stage program) {
            stage.getIcons().setAll(program.getIcons());
        }
        stage.setOnHidden(
                _ -> {
                    following.unsubscribe();
                    closed.run();
                });
    }

    private Subscription closeWith(Scene leader) {
        var program = leader.getWindow();
        EventHandler<WindowEvent> gone = _ -> close();
        program.addEventHandler(WindowEvent.WINDOW_HIDDEN, gone);
        return () -> program.removeEventHandler(WindowEvent.WINDOW_HIDDEN, gone);
    }

    private void closeByKey(KeyEvent event) {
        if (ESCAPE.match(event) || CLOSE.match(event)) {
            event.consume();
            close();
        }
    }

    public void setTitle(String title) {
        stage.setTitle(title);
    }

    public void show() {
        stage.show();
    }

    public void toFront() {
        stage.toFront();
        stage.requestFocus();
    }

    public void close() {
        stage.hide();
    }
}
