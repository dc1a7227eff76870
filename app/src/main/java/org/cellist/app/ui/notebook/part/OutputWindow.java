package org.cellist.app.ui.notebook.part;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.theme.OwnWindow;
import org.jspecify.annotations.Nullable;

/// The outputs of one cell in a window of their own. Follows the cell, and closes when it is gone.
///
/// Confined to the JavaFX Application Thread.
final class OutputWindow {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 640;

    private final NotebookStore store;
    private final CellId cell;
    private final int index;
    private final ObservableValue<OutputContext> context;
    private final OutputPane pane;
    private Subscription following = Subscription.EMPTY;
    private @Nullable OwnWindow window; // once it is open

    /// @param index of the output that it is opened for
    OutputWindow(
            NotebookStore store, CellId cell, int index, ObservableValue<OutputContext> context) {
        this.store = store;
        this.cell = cell;
        this.index = index;
        this.context = context;
        this.pane = new OutputPane(context.getValue().kit().pictures());
    }

    /// Opens the window.
    ///
    /// @param leader the scene of the notebook, whose look this one has
    /// @param name of the notebook
    /// @param closed is called when the window is gone
    void open(Scene leader, String name, Runnable closed) {
        Runnable stop = store.follow(this::changed);
        following = Subscription.combine(stop::run, context.subscribe((_, _) -> refresh()));
        var opened = new OwnWindow(pane, WIDTH, HEIGHT, leader, () -> gone(closed));
        opened.setTitle(Texts.of("output").get("outputsOf", name));
        window = opened;
        refresh();
        opened.show();
        pane.focusContent();
    }

    private void gone(Runnable closed) {
        following.unsubscribe();
        pane.parked();
        closed.run();
    }

    void toFront() {
        if (window != null) {
            window.toFront();
        }
    }

    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void changed(NotebookChange change) {
        switch (change) {
            case NotebookChange.OutputsChanged(var id) when !id.equals(cell) -> {
                // Another cell's.
            }
            case NotebookChange.OutputsChanged _,
                    NotebookChange.CellsRemoved _,
                    NotebookChange.CellTypeChanged _,
                    NotebookChange.NotebookReplaced _ ->
                    refresh();
            case NotebookChange.SourceChanged _,
                    NotebookChange.CellMetadataChanged _,
                    NotebookChange.CellsInserted _,
                    NotebookChange.CellsMoved _,
                    NotebookChange.NotebookMetadataChanged _ -> {
                // Outputs stay.
            }
        }
    }

    private void refresh() {
        Optional<CodeCell> now =
                store.notebook()
                        .cell(cell)
                        .filter(CodeCell.class::isInstance)
                        .map(CodeCell.class::cast);
        if (now.isEmpty()) {
            close();
            return;
        }
        var outputs = now.get().outputs();
        List<CellOutput> items = outputs.items();
        var chosen = index >= 0 && index < items.size() ? items.get(index) : null;
        pane.show(outputs, chosen, context.getValue());
    }
}
