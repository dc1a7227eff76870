package org.cellist.app.ui.workbench;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.page.PageSelection;
import org.cellist.app.ui.page.Zoom;
import org.cellist.app.ui.runtime.RuntimeMeter;
import org.cellist.app.ui.runtime.RuntimeWords;
import org.cellist.app.ui.settings.LookChoices;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.jspecify.annotations.Nullable;

/// The line at the bottom: what is saved, where one stands, what the kernel does.
///
/// Confined to the JavaFX Application Thread.
final class StatusBarView extends HBox {

    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Texts texts;
    private final RuntimeWords runtimes = new RuntimeWords();
    private final Node dot = Icons.dot();
    private final Label save = new Label();
    private final Label cell = new Label();
    private final Label kernel = new Label();

    StatusBarView(
            ObservableValue<@Nullable DocumentState> state,
            ObservableValue<@Nullable PageSelection> selection,
            ObservableValue<Boolean> hasKernel,
            ObservableValue<String> begunKeys,
            ObservableValue<String> mode,
            Texts texts) {
        this.texts = texts;
        getStyleClass().add("status-bar");
        dot.getStyleClass().add("status-dot");
        save.getStyleClass().add("status-save");
        cell.getStyleClass().add("status-muted");
        kernel.getStyleClass().add("status-muted");
        kernel.visibleProperty().bind(hasKernel);
        kernel.managedProperty().bind(hasKernel);
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        var keys = new Label();
        keys.getStyleClass().add("status-keys");
        keys.textProperty()
                .bind(
                        begunKeys.map(
                                begun -> begun.isEmpty() ? "" : texts.get("status.keys", begun)));
        var vim = new Label();
        vim.getStyleClass().add("status-mode");
        vim.textProperty().bind(mode);
        vim.visibleProperty().bind(vim.textProperty().isNotEmpty());
        vim.managedProperty().bind(vim.visibleProperty());
        getChildren().addAll(dot, save, vim, space, keys, cell, kernel);
        state.subscribe(this::showState);
        selection.subscribe(this::showSelection);
    }

    /// Adds the buttons, which are there while they have something to say.
    void addTools(
            ObservableValue<RuntimeMeter> machine,
            ObservableValue<@Nullable NotebookPage> page,
            LookChoices look,
            WorkbenchCommands commands) {
        showProblems(
                Nested.in(page, NotebookPage::problemsProperty),
                commands.of(PageCommand.NEXT_PROBLEM));
        showZoom(look.zoomProperty(), commands.of(WindowCommand.ZOOM_RESET));
        showMemory(machine, commands.of(WindowCommand.RESOURCES));
    }

    /// Shows how full the memory is where the notebook in front runs; a click opens the pane that
    /// says more.
    private void showMemory(ObservableValue<RuntimeMeter> machine, Command open) {
        var shown = new Button();
        shown.getStyleClass().setAll("status-zoom");
        shown.setFocusTraversable(false);
        shown.setOnAction(_ -> open.run());
        shown.setTooltip(new Tooltip(texts.get(open.textKey())));
        getChildren().add(shown);
        machine.subscribe(
                now -> {
                    shown.setVisible(now.isKnown());
                    shown.setManaged(now.isKnown());
                    shown.setText(
                            now.place().isEmpty()
                                    ? texts.get("status.memory", now.percent())
                                    : texts.get("status.memory.there", now.place(), now.percent()));
                });
    }

    /// Shows how large notebooks are while they do not have their own size; a click gives it back.
    private void showZoom(ObservableValue<Zoom> zoom, Command reset) {
        var shown = new Button();
        shown.getStyleClass().setAll("status-zoom");
        shown.setFocusTraversable(false);
        shown.setOnAction(_ -> reset.run());
        shown.setTooltip(new Tooltip(texts.get(reset.textKey())));
        shown.textProperty().bind(zoom.map(now -> texts.get("status.zoom", now.percent())));
        shown.visibleProperty().bind(zoom.map(now -> !now.equals(Zoom.NONE)));
        shown.managedProperty().bind(shown.visibleProperty());
        getChildren().add(getChildren().indexOf(cell), shown);
    }

    /// Shows how many problems the code in front has, or why nobody knows; a click goes to one.
    private void showProblems(ObservableValue<@Nullable PageProblems> found, Command next) {
        var shown = new Button();
        shown.getStyleClass().setAll("status-problems");
        shown.setFocusTraversable(false);
        shown.setOnAction(_ -> next.run());
        getChildren().add(getChildren().indexOf(cell), shown);
        found.subscribe(now -> showProblems(shown, now == null ? PageProblems.NONE : now));
    }

    private void showProblems(Button shown, PageProblems now) {
        boolean areAny = now.errors() + now.others() > 0;
        shown.setText(
                areAny ? texts.get("status.problems", now.errors(), now.others()) : now.lack());
        shown.pseudoClassStateChanged(FAILED, now.errors() > 0);
        shown.setVisible(!shown.getText().isEmpty());
        shown.setManaged(shown.isVisible());
    }

    private void showState(@Nullable DocumentState state) {
        dot.setVisible(state != null);
        if (state == null) {
            save.setText("");
            kernel.setText("");
            return;
        }
        save.setText(words(state.save()));
        boolean failed = state.save() instanceof SaveState.Failed;
        dot.pseudoClassStateChanged(FAILED, failed);
        dot.pseudoClassStateChanged(PENDING, !failed && isPending(state.save()));
        var activity = runtimes.activity(state.runtime());
        var name = runtimes.name(state.runtime());
        kernel.setText(activity.isEmpty() ? name : texts.get("status.kernel", name, activity));
    }

    private void showSelection(@Nullable PageSelection selection) {
        var text = selection == null ? null : selection.text();
        if (text != null) {
            var form = (text.encoding() + "  " + text.lineEnd()).strip();
            cell.setText(texts.get("status.text", text.line(), text.column(), form));
        } else if (selection == null || selection.cells() == 0) {
            cell.setText("");
        } else if (selection.selected() > 1) {
            cell.setText(texts.get("status.cells", selection.selected(), selection.cells()));
        } else {
            cell.setText(texts.get("status.cell", selection.index() + 1, selection.cells()));
        }
    }

    /// What its machine does not have yet is pending there.
    private static boolean isPending(SaveState state) {
        return state.isPending()
                || state instanceof SaveState.Sending
                || state instanceof SaveState.NotSent;
    }

    private String words(SaveState state) {
        return switch (state) {
            case SaveState.Saved _ -> texts.get("save.saved");
            case SaveState.SavedThere(var place) -> texts.get("save.there", place);
            case SaveState.Sending(var place) -> texts.get("save.sending", place);
            case SaveState.NotSent(var place) -> texts.get("save.notsent", place);
            case SaveState.Unsaved _ -> texts.get("save.unsaved");
            case SaveState.Saving _ -> texts.get("save.saving");
            case SaveState.Failed _ -> texts.get("save.failed");
            case SaveState.NoFile _ -> texts.get("save.nofile");
        };
    }
}
