package org.cellist.app.ui.xserver;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.cellist.app.Main;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.notebook.NotebookView;
import org.jspecify.annotations.Nullable;

/// The program that [HangulIT] starts: the real one, which says on its output where the keys go,
/// what stands there and where, after each change, so that a test need not guess when a key has
/// arrived.
///
/// A line is `row CELL LEFT TOP RIGHT BOTTOM`, in pixels of the screen, `mode` with Vim's, or
/// `keys PLACE CARETLEFT CARETBOTTOM TEXT`. The place is a cell, `field` or `page`; the text is as
/// it is shown, with what is still composed, and `⏎` for the end of a line.
final class HangulProbe extends AnimationTimer {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private String last = "";

    private HangulProbe() {}

    /// Opens the window.
    ///
    /// @param arguments those of the program
    public static void main(String[] arguments) {
        Window.getWindows().addListener(HangulProbe::opened);
        Main.main(arguments);
    }

    private static void opened(ListChangeListener.Change<? extends Window> change) {
        if (change.getList().size() == 1) {
            new HangulProbe().start();
        }
    }

    @Override
    public void handle(long now) {
        var windows = Window.getWindows();
        var scene = windows.isEmpty() ? null : windows.getFirst().getScene();
        if (scene == null) {
            return;
        }
        var said = rows(scene) + mode(scene) + keys(scene.getFocusOwner());
        if (!said.equals(last)) {
            last = said;
            out.println(said);
        }
    }

    private static String rows(Scene scene) {
        var said = new StringBuilder();
        for (var node : scene.getRoot().lookupAll(".code-area")) {
            var cell = cellOf(node);
            var bounds = node.localToScreen(node.getLayoutBounds());
            if (cell != null && bounds != null) {
                said.append(
                        "row %s %.0f %.0f %.0f %.0f\n"
                                .formatted(
                                        cell.value(),
                                        bounds.getMinX(),
                                        bounds.getMinY(),
                                        bounds.getMaxX(),
                                        bounds.getMaxY()));
            }
        }
        return said.toString();
    }

    private static String mode(Scene scene) {
        return scene.getRoot().lookup(".status-mode") instanceof Label label
                ? "mode " + label.getText() + "\n"
                : "";
    }

    private static String keys(@Nullable Node owner) {
        return switch (owner) {
            case CodeTextArea area -> {
                var cell = cellOf(area);
                var caret = area.getCaretBounds();
                var place = cell == null ? "other" : cell.value();
                yield keys(place, caret.orElse(null), area.getText());
            }
            case TextInputControl field -> keys("field", null, field.getText());
            case NotebookView _ -> keys("page", null, "");
            case null, default -> keys("other", null, "");
        };
    }

    private static String keys(String place, @Nullable Bounds caret, String text) {
        double x = caret == null ? -1 : caret.getMinX();
        double y = caret == null ? -1 : caret.getMaxY();
        return "keys %s %.0f %.0f %s".formatted(place, x, y, text.replace("\n", "⏎"));
    }

    private static @Nullable CellId cellOf(Node inside) {
        for (var node = inside; node != null; node = node.getParent()) {
            if (node instanceof CellRow row) {
                return row.cell();
            }
        }
        return null;
    }
}
