package org.cellist.app.ui.workbench.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.theme.SystemLook;
import org.cellist.app.ui.theme.Typography;
import org.cellist.app.ui.workbench.WindowSet;
import org.cellist.app.ui.workbench.WorkbenchViewModel;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.snippets.SnippetDesk;
import org.jspecify.annotations.Nullable;

/// All windows of the system, one for each model of a [WindowSet]. What a person chooses is the
/// same in all of them.
///
/// Confined to the JavaFX Application Thread.
public final class WorkbenchWindows {

    private static final double STEP = 32; // from one window to the next, in pixels

    /// Where the pointer is in a window that a tab was dragged to: over that tab.
    private static final Point2D GRIP = new Point2D(60, 24);

    private final WindowSet set;
    private final WindowParts parts;
    private final List<WorkbenchWindow> windows = new ArrayList<>();
    private Runnable closed = () -> {};

    /// @param snippets where snippets are found
    /// @param background runs what may take time
    /// @param fx brings its results back
    public WorkbenchWindows(
            Documents documents,
            Choices choices,
            Look look,
            SnippetDesk snippets,
            Executor background,
            Executor fx) {
        set = new WindowSet(documents);
        parts = new WindowParts(choices, look, snippets, background, fx);
        Locale.setDefault(choices.languageProperty().get().locale());
        choices.look().followSystem(SystemLook.theme(), SystemLook.isStill());
        look.prepare(choices.look().themeProperty().getValue());
        Fonts.load();
        ChosenType.use(choices.look().type().typographyProperty().getValue());
        choices.look().type().typographyProperty().addListener((_, _, type) -> setIn(type));
        set.setScreen(new Screens());
        choices.look().themeProperty().addListener((_, _, _) -> dress());
        choices.look().stillProperty().addListener((_, _, _) -> dress());
        choices.languageProperty().addListener((_, _, language) -> speak(language));
    }

    /// Opens the files in the first window and shows it.
    ///
    /// @param closed runs after the last window has closed, when nothing is open any more
    /// @return what the first window shows, for measurements
    public Scene show(List<Path> files, Runnable closed) {
        this.closed = closed;
        var first = add(set.add());
        var room = Screen.getPrimary().getVisualBounds();
        first.stage().setWidth(Math.min(WorkbenchWindow.WIDTH, room.getWidth()));
        first.stage().setHeight(Math.min(WorkbenchWindow.HEIGHT, room.getHeight()));
        first.model().open(files);
        first.stage().show();
        set.openUnsent(first.model());
        return first.scene();
    }

    private WorkbenchWindow add(WorkbenchViewModel model) {
        var window = new WorkbenchWindow(model, parts);
        windows.add(window);
        window.stage()
                .focusedProperty()
                .addListener(
                        (_, _, isFocused) -> {
                            if (isFocused) {
                                set.used(window.model());
                                window.used();
                            }
                        });
        window.stage()
                .setOnCloseRequest(
                        request -> {
                            request.consume();
                            close(window, () -> {});
                        });
        return window;
    }

    private void close(WorkbenchWindow window, Runnable then) {
        window.closeTabs(() -> remove(window, then));
    }

    /// Takes a window away whose tabs are gone. The program ends with the last one.
    private void remove(WorkbenchWindow window, Runnable then) {
        boolean isEmpty = window.model().tabs().isEmpty(); // else another language renewed it
        if (isEmpty && windows.remove(window)) { // else a second click was as quick
            set.remove(window.model());
            window.hide();
            if (windows.isEmpty()) {
                closed.run();
            }
            then.run();
        }
    }

    private void speak(Language language) {
        Locale.setDefault(language.locale());
        windows.forEach(WorkbenchWindow::giveUpView);
        set.closePages();
        windows.forEach(WorkbenchWindow::renewView);
    }

    /// Sheets and measures change between two pulses, and so together.
    private void setIn(Typography type) {
        ChosenType.use(type);
        dress();
    }

    private void dress() {
        windows.forEach(WorkbenchWindow::dress);
    }

    private Optional<WorkbenchWindow> of(WorkbenchViewModel model) {
        return windows.stream().filter(window -> window.model().equals(model)).findFirst();
    }

    /// Gives a new window the size of another, and a place from which it cannot hang out of the
    /// screen.
    private static void place(
            WorkbenchWindow window, WorkbenchWindow like, @Nullable Point2D pointer) {
        var other = like.stage();
        double width = other.isMaximized() ? WorkbenchWindow.WIDTH : other.getWidth();
        double height = other.isMaximized() ? WorkbenchWindow.HEIGHT : other.getHeight();
        var wanted =
                pointer == null
                        ? new Point2D(other.getX() + STEP, other.getY() + STEP)
                        : pointer.subtract(GRIP);
        var room = roomAt(pointer == null ? wanted : pointer);
        var stage = window.stage();
        stage.setWidth(Math.min(width, room.getWidth()));
        stage.setHeight(Math.min(height, room.getHeight()));
        stage.setX(within(wanted.getX(), room.getMinX(), room.getMaxX() - stage.getWidth()));
        stage.setY(within(wanted.getY(), room.getMinY(), room.getMaxY() - stage.getHeight()));
    }

    private static double within(double wanted, double least, double most) {
        return Math.max(least, Math.min(wanted, most));
    }

    private static Rectangle2D roomAt(Point2D place) {
        var screens = Screen.getScreensForRectangle(place.getX(), place.getY(), 1, 1);
        var screen = screens.isEmpty() ? Screen.getPrimary() : screens.getFirst();
        return screen.getVisualBounds();
    }

    /// Does what the set asks.
    private final class Screens implements WindowSet.Screen {

        @Override
        public void show(WorkbenchViewModel model, @Nullable Point2D pointer) {
            var like = windows.getLast();
            for (var window : windows) {
                like = window.stage().isFocused() ? window : like;
            }
            var window = add(model);
            place(window, like, pointer);
            window.stage().show();
            window.beginLike(like);
            window.toFront();
        }

        @Override
        public void toFront(WorkbenchViewModel model) {
            of(model).ifPresent(WorkbenchWindow::toFront);
        }

        @Override
        public void close(WorkbenchViewModel model, Runnable then) {
            of(model).ifPresent(window -> WorkbenchWindows.this.close(window, then));
        }
    }
}
