package org.cellist.app.ui.workbench.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.workbench.TabViewModel;
import org.cellist.app.ui.workbench.WorkbenchView;
import org.cellist.app.ui.workbench.WorkbenchViewModel;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Document;

/// A window of the system, with one [WorkbenchView] inside. Another theme dresses it anew; another
/// language gets another view over the same tabs.
///
/// Confined to the JavaFX Application Thread.
final class WorkbenchWindow {

    static final double WIDTH = 1360;
    static final double HEIGHT = 860;

    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 480;

    /// The first cells and the keys come before the table of contents.
    private static final int CONTENTS_DELAY_MS = 150;

    private final Stage stage = new Stage();
    private final WindowParts parts;
    private final Scene scene;
    private WorkbenchViewModel model;
    private WorkbenchView view;
    private Subscription title;

    WorkbenchWindow(WorkbenchViewModel model, WindowParts parts) {
        this.parts = parts;
        this.model = model;
        view = newView();
        title = followTitle();
        scene = new Scene(view, WIDTH, HEIGHT);
        dress();
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return scene;
    }

    WorkbenchViewModel model() {
        return model;
    }

    /// A person uses this window now, and may have changed a file elsewhere.
    void used() {
        view.takeVimCommands();
        model.tabs().forEach(tab -> tab.document().ifPresent(Document::lookAtFile));
    }

    /// Shows beside its pages what another window does, when it is on the screen.
    void beginLike(WorkbenchWindow other) {
        view.beginLike(other.view);
    }

    void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Closes the tabs, asking where something would be lost, and then goes on.
    void closeTabs(Runnable then) {
        view.closeAll(then);
    }

    /// Goes, without tabs.
    void hide() {
        title.unsubscribe();
        stage.hide();
    }

    // ---- language and looks

    /// Gives up the view, so that pages can be closed and made in another language.
    void giveUpView() {
        title.unsubscribe();
        model = view.handOver();
    }

    /// Shows the tabs that were given up, in the language of the moment.
    void renewView() {
        view = newView();
        title = followTitle();
        scene.setRoot(view);
        dress();
    }

    void dress() {
        var look = parts.choices().look();
        parts.look().dress(scene, look.themeProperty().getValue());
        Look.still(scene, look.stillProperty().getValue());
    }

    private WorkbenchView newView() {
        var unhurried =
                CompletableFuture.delayedExecutor(
                        CONTENTS_DELAY_MS, TimeUnit.MILLISECONDS, parts.background());
        var contents = new ContentsViewModel(unhurried, parts.fx());
        return new WorkbenchView(model, contents, parts.choices(), parts.snippets());
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
}
