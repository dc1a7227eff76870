package org.cellist.app.ui.workbench;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.split.Place;
import org.cellist.app.ui.workbench.tabs.DraggedName;
import org.cellist.app.ui.workbench.tabs.MovedWindow;
import org.jspecify.annotations.Nullable;

/// Drags tabs with the mouse: within their row, to another group, to another window, and out of
/// all windows. The only tab of a window takes that along, to wherever on the screen it is let
/// go, or to the tabs of another window.
///
/// The node on which the button was pressed hears of the mouse until the button is released,
/// wherever on the screen that is. So a drag is no gesture of the system, which would not say where
/// outside of the program it ended, and needs nothing of the windows but where they are.
///
/// Confined to the JavaFX Application Thread.
final class TabDragging {

    private static final double BEGIN = 8; // pixels that the mouse moves first

    private final WindowSet windows;
    private final Texts texts;
    private final EventHandler<KeyEvent> escape = this::escape;
    private final AnimationTimer scrolling =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    scroll();
                }
            };
    private Point2D pointer = Point2D.ZERO; // on the screen
    private @Nullable Point2D pressed;
    private @Nullable Drag drag;

    TabDragging(WindowSet windows, Texts texts) {
        this.windows = windows;
        this.texts = texts;
    }

    /// Where a tab would come. Immutable.
    ///
    /// @param mark what shows it, in pixels of the window's view
    /// @param isPart whether that is a part of the window, and not a stroke between tabs
    record Spot(Place<TabGroup> place, Bounds mark, boolean isPart) {}

    /// A drag that has begun.
    ///
    /// @param scene where it began
    /// @param name follows the pointer beside all windows
    /// @param whole the window, if the tab is the only one of it
    private record Drag(
            TabViewModel tab, Scene scene, DraggedName name, @Nullable MovedWindow whole) {}

    /// Begins to listen to the mouse on a tab.
    void listenTo(Node node, TabViewModel tab) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(event, node, tab));
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    }

    private void pressed(MouseEvent event) {
        end();
        boolean isMeant = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1;
        pressed = isMeant ? at(event) : null;
    }

    private void dragged(MouseEvent event, Node node, TabViewModel tab) {
        var from = pressed;
        if (from != null && drag == null && at(event).distance(from) >= BEGIN) {
            begin(node.getScene(), tab, from);
        }
        var now = drag;
        if (now != null) {
            pointer = at(event);
            show(now, pointer);
            event.consume();
        }
    }

    private void begin(Scene scene, TabViewModel tab, Point2D from) {
        var whole = windows.isAlone(tab) ? MovedWindow.of(scene.getWindow(), from) : null;
        drag = new Drag(tab, scene, new DraggedName(scene), whole);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        scrolling.start();
    }

    private void show(Drag now, Point2D at) {
        var name = now.tab.titleProperty().get();
        var over = viewAt(now, at);
        views().filter(view -> !view.equals(over)).forEach(view -> view.tabMarks().hide());
        if (over == null) {
            showBeside(now, name, at);
            return;
        }
        now.name.hide();
        var local = over.screenToLocal(at);
        var spot = spot(now, over, local);
        if (now.whole != null) {
            now.whole.follow(at, spot == null ? null : over.getScene().getWindow());
        }
        if (spot == null) {
            over.tabMarks().markNothing();
        } else {
            over.tabMarks().mark(spot.mark, spot.isPart);
        }
        if (spot == null && now.whole != null) {
            over.tabMarks().hide();
        } else {
            over.tabMarks().name(name, local);
        }
    }

    /// Beside all windows a tab says what it is, unless its window is there.
    private void showBeside(Drag now, String name, Point2D at) {
        if (now.whole != null) {
            now.whole.follow(at, null);
        } else {
            var words = windows.canLeave(now.tab) ? texts.get("tab.leaves", name) : name;
            now.name.show(now.scene, words, at.getX(), at.getY());
        }
    }

    /// Near the ends of a row of tabs it goes on by itself.
    private void scroll() {
        var now = drag;
        var over = now == null ? null : viewAt(now, pointer);
        var places = over == null ? null : over.places();
        if (now != null && over != null && places != null) {
            var inScene = over.localToScene(over.screenToLocal(pointer));
            if (places.scrollTabsAt(inScene.getX(), inScene.getY())) {
                show(now, pointer);
            }
        }
    }

    /// A window that is moved joins the tabs of another, whose pages it may lie over.
    private static @Nullable Spot spot(Drag now, WorkbenchView over, Point2D local) {
        var places = over.places();
        if (places == null) {
            return null;
        }
        var inScene = over.localToScene(local);
        var spot = places.spotAt(over, now.tab, inScene.getX(), inScene.getY());
        return spot != null && spot.isPart && now.whole != null ? null : spot;
    }

    private void released(MouseEvent event) {
        var now = drag;
        end();
        if (now == null) {
            return;
        }
        event.consume();
        var over = viewAt(now, at(event));
        if (over == null) {
            windows.putAlone(now.tab, at(event));
            return;
        }
        var spot = spot(now, over, over.screenToLocal(at(event)));
        if (spot != null) {
            windows.put(now.tab, over.model(), spot.place);
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            var now = drag;
            if (now != null && now.whole != null) {
                now.whole.goBack();
            }
            end();
        }
    }

    private void end() {
        scrolling.stop();
        pressed = null;
        var now = drag;
        if (now != null) {
            drag = null;
            now.name.hide();
            now.scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            views().forEach(view -> view.tabMarks().hide());
        }
    }

    // ---- where it is

    private static Point2D at(MouseEvent event) {
        return new Point2D(event.getScreenX(), event.getScreenY());
    }

    /// The window used last is taken to be the upper one where two lie over each other.
    private Stream<WorkbenchView> views() {
        return windows.windows().stream().map(TabDragging::viewOf).flatMap(Optional::stream);
    }

    private static Optional<WorkbenchView> viewOf(WorkbenchViewModel model) {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .map(Scene::getRoot)
                .filter(WorkbenchView.class::isInstance)
                .map(WorkbenchView.class::cast)
                .filter(view -> view.model().equals(model))
                .findFirst();
    }

    /// A window that is moved is under the pointer all the time, and so does not count.
    private @Nullable WorkbenchView viewAt(Drag now, Point2D screen) {
        return views().filter(view -> now.whole == null || !now.scene.equals(view.getScene()))
                .filter(view -> isWithin(view, screen))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWithin(WorkbenchView view, Point2D screen) {
        var window = view.getScene().getWindow();
        return screen.getX() >= window.getX()
                && screen.getX() < window.getX() + window.getWidth()
                && screen.getY() >= window.getY()
                && screen.getY() < window.getY() + window.getHeight();
    }
}
