package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.editor.completion.Suggestion.Kind;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One suggestion: what it is, its name with the letters that were typed, and a few words on it.
///
/// Confined to the JavaFX Application Thread.
final class CompletionRow extends Region {

    /// Free space above and below the letters together.
    private static final double SPACE = 5;

    /// How far the name lies from the left edge.
    static final double NAME_X = 32;

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double ICON_X = 11;
    private static final double GAP = 20;
    private static final double RIGHT = 14;
    private static final int LONGEST_NAME = 56;

    private final TextFlow name = new TextFlow();
    private final Label detail = new Label();
    private @Nullable Node icon;
    private @Nullable NameMatch shown;

    CompletionRow() {
        getStyleClass().add("assist-row");
        name.getStyleClass().add("assist-name");
        detail.getStyleClass().add("assist-detail");
        name.setMouseTransparent(true);
        detail.setMouseTransparent(true);
        getChildren().addAll(name, detail);
    }

    void show(NameMatch match, boolean isSelected) {
        pseudoClassStateChanged(SELECTED, isSelected);
        if (match.equals(shown)) {
            return;
        }
        shown = match;
        var suggestion = match.suggestion();
        if (icon != null) {
            getChildren().remove(icon);
        }
        icon = Icons.of(glyph(suggestion.kind()), Icons.SMALL);
        icon.getStyleClass().add(suggestion.kind().styleClass());
        icon.setMouseTransparent(true);
        getChildren().addFirst(icon);
        name.getChildren().setAll(pieces(match));
        detail.setText(suggestion.detail());
        requestLayout();
    }

    private static List<Text> pieces(NameMatch match) {
        var all = match.suggestion().text();
        boolean isLong = all.length() > LONGEST_NAME;
        var text = isLong ? all.substring(0, LONGEST_NAME - 1) + "…" : all;
        var pieces = new ArrayList<Text>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean isTyped = match.places().contains(start);
            if (i == text.length() || match.places().contains(i) != isTyped) {
                var piece = new Text(text.substring(start, i));
                piece.getStyleClass().add("assist-text");
                if (isTyped) {
                    piece.getStyleClass().add("typed");
                }
                pieces.add(piece);
                start = i;
            }
        }
        return pieces;
    }

    private static Feather glyph(Kind kind) {
        return switch (kind) {
            case FUNCTION -> Feather.CODE;
            case CLASS -> Feather.BOX;
            case MODULE -> Feather.PACKAGE;
            case VARIABLE -> Feather.HEXAGON;
            case PROPERTY -> Feather.TAG;
            case PARAMETER -> Feather.SLIDERS;
            case KEYWORD -> Feather.KEY;
            case PATH -> Feather.FOLDER;
            case MAGIC -> Feather.PERCENT;
            case WORD -> Feather.FILE_TEXT;
            case OTHER -> Feather.CIRCLE;
        };
    }

    /// Returns the height of every row, in pixels.
    static double height() {
        return ChosenType.code().rowHeight() + SPACE;
    }

    /// Returns the width at which nothing is shortened.
    double wholeWidth() {
        double words = detail.getText().isEmpty() ? 0 : GAP + detail.prefWidth(-1);
        return NAME_X + name.prefWidth(-1) + words + RIGHT;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height();
    }

    @Override
    protected void layoutChildren() {
        if (icon != null) {
            var bounds = icon.getLayoutBounds();
            icon.relocate(ICON_X, Math.rint((height() - bounds.getHeight()) / 2));
        }
        double nameWidth = Math.ceil(name.prefWidth(-1));
        double nameHeight = name.prefHeight(-1);
        name.resizeRelocate(NAME_X, (height() - nameHeight) / 2, nameWidth, nameHeight);
        double room = getWidth() - NAME_X - nameWidth - GAP - RIGHT;
        double width = Math.max(0, Math.min(room, Math.ceil(detail.prefWidth(-1))));
        double detailHeight = detail.prefHeight(-1);
        detail.setVisible(width > 0);
        double detailY = (height() - detailHeight) / 2;
        detail.resizeRelocate(getWidth() - RIGHT - width, detailY, width, detailHeight);
    }
}
