package org.cellist.app.ui.runtime.environment;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.explain.InstallLine;
import org.cellist.app.ui.runtime.environment.NewEnvironmentPane.Stage;

/// How far the making of an environment is: its step, its command, and all that it says; in the
/// end what went wrong.
///
/// Confined to the JavaFX Application Thread.
final class NewEnvironmentProgress extends VBox {

    private static final int LOG_ROWS = 16;

    /// A text area lays out all that it has.
    private static final int MOST_SHOWN = 100_000;

    private final EnvironmentWords words = new EnvironmentWords();
    private final Label head = line("environment-head");
    private final Label command = line("environment-commands");
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label trouble = line("environment-fault");
    private final TextArea log = new TextArea();

    NewEnvironmentProgress(NewEnvironmentPane model) {
        getStyleClass().add("environment-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        command.setMaxWidth(Double.MAX_VALUE);
        log.setEditable(false);
        log.setPrefRowCount(LOG_ROWS);
        log.getStyleClass().addAll("sheet-details", "environment-log");
        log.setAccessibleText(words.texts().get("log"));
        VBox.setVgrow(log, Priority.ALWAYS);
        getChildren().addAll(head, command, bar, trouble, log);
        model.onOutput(this::append);
        model.stageProperty().subscribe(this::show);
    }

    private void append(String lines) {
        log.appendText(lines);
        int surplus = log.getLength() - MOST_SHOWN;
        if (surplus > 0) {
            log.deleteText(0, surplus);
        }
    }

    private void show(Stage stage) {
        setShown(bar, stage instanceof Stage.Working || stage instanceof Stage.Stopping);
        setShown(command, stage instanceof Stage.Working);
        setShown(trouble, stage instanceof Stage.Failed || stage instanceof Stage.Made);
        switch (stage) {
            case Stage.Form _ -> log.clear();
            case Stage.Working(var order, int step) -> showStep(order, step);
            case Stage.Stopping _ -> head.setText(words.texts().get("stopping"));
            case Stage.Failed(_, var problem) -> {
                head.setText(words.texts().get("failed"));
                trouble.setText(words.of(problem));
                if (log.getText().isEmpty()) {
                    log.setText(problem.lastWords());
                }
            }
            case Stage.Made _ -> {
                head.setText(words.texts().get("made"));
                trouble.setText(words.texts().get("made.unattached"));
            }
        }
        setShown(log, !(stage instanceof Stage.Failed) || !log.getText().isEmpty());
    }

    private void showStep(EnvironmentOrder order, int step) {
        head.setText(words.step(order, step));
        command.setText(InstallLine.of(order.commands().get(step)));
    }

    private static void setShown(Region part, boolean isShown) {
        part.setVisible(isShown);
        part.setManaged(isShown);
    }

    private static Label line(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
