package org.cellist.app.ui.workbench.snippets;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.cellist.app.snippets.Snippet;
import org.cellist.app.ui.output.port.CodeColourer;
import org.cellist.app.ui.output.port.ColouredCode;
import org.jspecify.annotations.Nullable;

/// What a snippet is and the beginning of its code, to be read only.
///
/// Confined to the JavaFX Application Thread.
final class SnippetPreview extends VBox {

    private static final double HEIGHT = 220;
    private static final int MOST_LETTERS = 4000; // more is not read in a pane of this size

    private final CodeColourer colours;
    private final Label description = new Label();
    private final TextFlow code = new TextFlow();
    private @Nullable Snippet shown;

    SnippetPreview(CodeColourer colours) {
        this.colours = colours;
        getStyleClass().add("snippet-preview");
        description.getStyleClass().add("snippet-description");
        description.setWrapText(true);
        description.setMinHeight(USE_PREF_SIZE);
        description.managedProperty().bind(description.visibleProperty());
        code.getStyleClass().add("snippet-code");
        code.setMinWidth(USE_PREF_SIZE); // code is not wrapped
        var scroller = new ScrollPane(code);
        scroller.getStyleClass().add("snippet-scroller");
        scroller.setPrefHeight(HEIGHT);
        scroller.setFocusTraversable(false);
        getChildren().addAll(description, scroller);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    /// Shows another snippet, or none.
    void show(@Nullable Snippet snippet) {
        shown = snippet;
        setVisible(snippet != null);
        if (snippet == null) {
            code.getChildren().clear();
            return;
        }
        description.setText(snippet.description());
        description.setVisible(!snippet.description().isEmpty());
        var whole = snippet.code();
        var text = whole.length() > MOST_LETTERS ? whole.substring(0, MOST_LETTERS) + "…" : whole;
        code.getChildren().setAll(ColouredCode.plain(text));
        colours.colour(
                text,
                snippet.language(),
                runs -> {
                    if (snippet.equals(shown)) {
                        code.getChildren().setAll(ColouredCode.of(text, runs));
                    }
                });
    }
}
