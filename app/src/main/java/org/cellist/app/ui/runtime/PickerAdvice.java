package org.cellist.app.ui.runtime;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.PickerViewModel.Installing;
import org.cellist.app.ui.runtime.colab.ColabAdvice;
import org.cellist.app.ui.runtime.colab.ColabPane;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.app.ui.sheet.CopyLine;
import org.cellist.app.ui.sheet.Question;
import org.jspecify.annotations.Nullable;

/// Below the list: what the selected runtime still needs, and the button that gives it.
///
/// Confined to the JavaFX Application Thread.
final class PickerAdvice extends VBox {

    private final Texts texts = Texts.of("runtime");
    private final PickerViewModel model;
    private final @Nullable ServerPane servers;
    private final @Nullable HostPane hosts;
    private final @Nullable ColabPane colab;
    private @Nullable AddServerForm form;
    private @Nullable AddHostForm hostForm;

    PickerAdvice(PickerViewModel model) {
        this.model = model;
        getStyleClass().add("runtime-advice");
        managedProperty().bind(visibleProperty());
        model.selectedProperty().subscribe(_ -> show());
        model.installingProperty().subscribe(_ -> show());
        colab = model.colab();
        if (colab != null) {
            colab.doingProperty().subscribe(_ -> show());
        }
        hosts = model.hosts();
        if (hosts != null) {
            hostForm = new AddHostForm(hosts);
            hosts.connectingProperty().subscribe(_ -> show());
        }
        servers = model.servers();
        if (servers != null) {
            form = new AddServerForm(servers);
            servers.addingProperty().subscribe(_ -> show());
        }
    }

    private void show() {
        getChildren().clear();
        if (hostForm != null
                && hosts != null
                && !(hosts.connectingProperty().get() instanceof HostPane.Connecting.Closed)) {
            getChildren().add(hostForm);
            setVisible(true);
            return;
        }
        if (form != null
                && servers != null
                && !(servers.addingProperty().get() instanceof ServerPane.Adding.Closed)) {
            getChildren().add(form);
            setVisible(true);
            return;
        }
        switch (model.installingProperty().get()) {
            case Installing.Running(var row, var line) -> showProgress(row, line);
            case Installing.Failed(var row, var why) -> {
                showFailure(row, why);
                showNeed(model.selectedProperty().get());
            }
            case Installing.Nothing _ -> showNeed(model.selectedProperty().get());
        }
        setVisible(!getChildren().isEmpty());
    }

    private void showNeed(@Nullable RuntimeRow row) {
        if (row == null) {
            return;
        }
        boolean isColabs =
                row.place() instanceof RuntimeRow.Place.OnColab
                        || row.place() instanceof RuntimeRow.Place.Colab;
        if (colab != null && isColabs) {
            getChildren().addAll(ColabAdvice.of(row, colab));
            return;
        }
        if (servers != null && row.place() instanceof RuntimeRow.Place.Server) {
            getChildren().addAll(new ServerAdvice(model, servers).of(row));
            return;
        }
        if (hosts != null && row.place() instanceof RuntimeRow.Place.Machine) {
            getChildren().addAll(new HostAdvice(hosts).of(row));
        }
        switch (row.state()) {
            case State.Ready _,
                    State.Attached _,
                    State.Looking _,
                    State.OnRequest _,
                    State.Trouble _,
                    State.HostTrouble _ -> {}
            case State.Closed _ -> {
                getChildren().add(words(texts.get("nearby.advice")));
                getChildren().add(buttons(button("nearby.enter", model::enter)));
            }
            case State.NeedsKernel(var command, var installable) -> {
                getChildren()
                        .addAll(
                                words(
                                        texts.get(
                                                installable ? "advice.kernel" : "advice.byhand",
                                                row.name())),
                                new CopyLine(command));
                if (installable) {
                    getChildren().add(buttons(button("advice.install", model::install)));
                }
            }
            case State.NeedsConsent(var path, var command) -> {
                getChildren().addAll(words(texts.get("advice.consent")), new CopyLine(path));
                if (!command.isEmpty()) {
                    getChildren()
                            .addAll(
                                    words(texts.get("advice.consent.command")),
                                    new CopyLine(command));
                }
                getChildren().add(buttons(button("advice.allow", model::allow)));
            }
            case State.Unusable(var why) -> getChildren().add(words(why));
        }
    }

    private void showProgress(RuntimeRow row, String line) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        var newest = new Label(line);
        newest.getStyleClass().add("runtime-row-detail");
        getChildren()
                .addAll(
                        words(texts.get("advice.installing", row.name())),
                        bar,
                        newest,
                        buttons(button("advice.stop", model::cancelInstallation)));
    }

    private void showFailure(RuntimeRow row, String why) {
        var failed = words(texts.get("advice.failed", row.name()));
        failed.getStyleClass().add("runtime-failed");
        getChildren().addAll(failed, Question.folded(why));
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll("sheet-button", "outlined");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static HBox buttons(Button button) {
        return new HBox(button);
    }

    static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
