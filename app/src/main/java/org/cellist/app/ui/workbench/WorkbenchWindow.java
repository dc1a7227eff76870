package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.theme.SystemLook;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents;

/// The main window of the system, with one [WorkbenchView] inside. Another theme dresses it anew;
/// another language gets another view over the same tabs.
///
/// Confined to the JavaFX Application Thread.
public final class WorkbenchWindow {

    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 480;

    /// The first cells and the keys come before the table of contents.
    private static final int CONTENTS_DELAY_MS = 150;

    private final Stage stage = new Stage();
    private final Choices choices;
    private final Look look;
    private final Executor background;
    private final Executor fx;
    private final Scene scene;
    private WorkbenchViewModel model;
    private WorkbenchView view;
    private Subscription title;

    /// @param background runs what may take time
    /// @param fx brings its results back
    public WorkbenchWindow(
            Documents documents, Choices choices, Look look, Executor background, Executor fx) {
        this.choices = choices;
        this.look = look;
        this.background = background;
        this.fx = fx;
        Locale.setDefault(choices.languageProperty().get().locale());
        choices.look().followSystem(SystemLook.theme(), SystemLook.isStill());
        look.prepare(choices.look().themeProperty().getValue());
        model = new WorkbenchViewModel(documents);
        view = newView();
        title = followTitle();
        scene = new Scene(view, WIDTH, HEIGHT);
        dress();
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.focusedProperty().addListener((_, _, focused) -> lookAtFiles(focused));
        choices.look().themeProperty().addListener((_, _, _) -> dress());
        choices.look().stillProperty().addListener((_, _, _) -> dress());
        choices.languageProperty().addListener((_, _, language) -> speak(language));
    }

    /// Opens the files and shows the window.
    ///
    /// @param closed runs after the window has closed, when nothing is open any more
    public void show(List<Path> files, Runnable closed) {
        stage.setOnCloseRequest(request -> close(request, closed));
        fitToScreen();
        model.open(files);
        stage.show();
    }

    /// The window's contents, for measurements.
    public Scene scene() {
        return scene;
    }

    /// Opens files in the window that is shown, and brings it to the front.
    public void open(List<Path> files) {
        model.open(files);
        stage.toFront();
        stage.requestFocus();
    }

    /// A person who comes back may have changed a file elsewhere.
    private void lookAtFiles(boolean focused) {
        if (focused) {
            model.tabs().forEach(tab -> tab.document().ifPresent(Document::lookAtFile));
        }
    }

    private void close(WindowEvent request, Runnable closed) {
        request.consume();
        view.closeAll(
                () -> {
                    if (stage.isShowing()) { // else a second click was as quick
                        stage.hide();
                        closed.run();
                    }
                });
    }

    private void speak(Language language) {
        Locale.setDefault(language.locale());
        title.unsubscribe();
        model = view.handOver();
        view = newView();
        title = followTitle();
        scene.setRoot(view);
        dress();
    }

    private void dress() {
        look.dress(scene, choices.look().themeProperty().getValue());
        Look.still(scene, choices.look().stillProperty().getValue());
    }

    private WorkbenchView newView() {
        var unhurried =
                CompletableFuture.delayedExecutor(
                        CONTENTS_DELAY_MS, TimeUnit.MILLISECONDS, background);
        return new WorkbenchView(model, new ContentsViewModel(unhurried, fx), choices);
    }

    private Subscription followTitle() {
        var texts = Texts.of("workbench");
        return Nested.in(model.activeProperty(), TabViewModel::titleProperty)
                .subscribe(
                        name ->
                                stage.setTitle(
                                        name == null
                                                ? texts.get("window.title")
                                                : texts.get("window.title.file", name)));
    }

    private void fitToScreen() {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, room.getWidth()));
        stage.setHeight(Math.min(HEIGHT, room.getHeight()));
    }
}
