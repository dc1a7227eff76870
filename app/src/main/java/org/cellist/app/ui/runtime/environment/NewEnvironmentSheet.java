package org.cellist.app.ui.runtime.environment;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Draft;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Stage;
import org.cellist.app.ui.sheet.Sheet;

/// Builds the sheet that makes a new environment: a form, and in its place how far it is.
///
/// Confined to the JavaFX Application Thread.
public final class NewEnvironmentSheet {

    private final Texts texts = Texts.of("environment");
    private final NewEnvironmentPane model;
    private final Sheet sheet;
    private final Button leave;
    private final Button make;
    private final NewEnvironmentForm form;
    private final NewEnvironmentProgress progress;

    private NewEnvironmentSheet(NewEnvironmentPane model, Consumer<Consumer<Path>> chooser) {
        this.model = model;
        form = new NewEnvironmentForm(model, chooser);
        progress = new NewEnvironmentProgress(model);
        var body = new StackPane(form, progress);
        sheet = new Sheet(texts.get("title"), texts.get("purpose"), body, Sheet.WIDE);
        leave = sheet.addLeave(texts.get("cancel"), model::leave);
        make = sheet.addStep(texts.get("make"), model::make);
        make.managedProperty().bind(make.visibleProperty());
        model.draftProperty().subscribe(this::show);
        model.stageProperty().subscribe(this::show);
        show();
    }

    /// Returns the sheet, ready to be opened once.
    ///
    /// @param chooser lets a person choose a file, and calls back with it
    public static Sheet of(NewEnvironmentPane model, Consumer<Consumer<Path>> chooser) {
        return new NewEnvironmentSheet(model, chooser).sheet;
    }

    private void show() {
        var stage = model.stageProperty().get();
        boolean isForm = stage instanceof Stage.Form;
        form.setVisible(isForm);
        progress.setVisible(!isForm);
        make.setVisible(isForm || stage instanceof Stage.Failed);
        make.setDisable(!(model.draftProperty().get() instanceof Draft.Ready));
        leave.setDisable(stage instanceof Stage.Stopping);
        switch (stage) {
            case Stage.Form _ -> name("cancel", "make");
            case Stage.Working _, Stage.Stopping _ -> name("stop", "make");
            case Stage.Failed _ -> name("back", "again");
            case Stage.Made(_, boolean isAttached) -> {
                name("close", "make");
                if (isAttached) {
                    sheet.close();
                }
            }
        }
    }

    private void name(String leaving, String making) {
        leave.setText(texts.get(leaving));
        make.setText(texts.get(making));
    }
}
