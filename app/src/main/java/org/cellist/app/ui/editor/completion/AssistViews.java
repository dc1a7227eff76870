package org.cellist.app.ui.editor.completion;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/// Shows what the view models say, each part made when it is first needed.
///
/// While anything is open, a click elsewhere, a key that runs the cell, and scrolling close it.
///
/// Confined to the JavaFX Application Thread.
final class AssistViews {

    private final AssistLayer layer;
    private final CodeAssistant assistant;
    private final EventHandler<MouseEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> typed = this::typed;
    private final ChangeListener<Transform> moved = (_, _, _) -> close();
    private @Nullable CompletionList list;
    private @Nullable WordsCard documentation;
    private @Nullable WordsCard card;
    private @Nullable WordsCard pointed;
    private @Nullable SignatureHint hint;
    private @Nullable Scene watched;
    private @Nullable Node follows;

    AssistViews(AssistLayer layer, CodeAssistant assistant) {
        this.layer = layer;
        this.assistant = assistant;
        assistant.completions().shownProperty().subscribe(this::showList);
        assistant.documentation().shownProperty().subscribe(this::showDocumentation);
        assistant.card().shownProperty().subscribe(this::showCard);
        assistant.pointed().shownProperty().subscribe(this::showPointed);
        assistant.signature().shownProperty().subscribe(this::showSignature);
    }

    private void showList(@Nullable ShownCompletions shown) {
        if (shown == null) {
            hide(list);
            return;
        }
        var made = list == null ? new CompletionList(assistant.completions()) : list;
        list = made;
        boolean isNew = made.getParent() == null;
        made.show(shown, isNew);
        double height = made.prefHeight(-1);
        if (isNew || height > made.getHeight()) {
            put(made, shown.start(), CompletionList.NAME_INSET, height);
        }
    }

    private void showDocumentation(InspectionViewModel.@Nullable Shown shown) {
        var beside = list;
        if (shown == null || shown.lack() != null || beside == null) {
            hide(documentation);
            return;
        }
        var made = documentation == null ? new WordsCard(WordsCard.NARROW) : documentation;
        documentation = made;
        made.show(shown);
        layer.showBeside(made, beside);
    }

    private void showCard(InspectionViewModel.@Nullable Shown shown) {
        if (shown == null) {
            hide(card);
            return;
        }
        var made = card == null ? new WordsCard(WordsCard.WIDE) : card;
        card = made;
        made.show(shown);
        put(made, shown.place(), 0, made.prefHeight(made.prefWidth(-1)));
    }

    private void showPointed(InspectionViewModel.@Nullable Shown shown) {
        if (shown == null) {
            hide(pointed);
            return;
        }
        var made = pointed == null ? new WordsCard(WordsCard.NARROW) : pointed;
        pointed = made;
        made.setOnMouseExited(_ -> assistant.mouseLeft());
        made.show(shown);
        put(made, shown.place(), 0, made.prefHeight(made.prefWidth(-1)));
    }

    /// Returns whether the mouse is over the words about what was pointed at.
    boolean isPointedHovered() {
        return pointed != null && pointed.isHover();
    }

    private void showSignature(SignatureViewModel.@Nullable Shown shown) {
        if (shown == null) {
            hide(hint);
            return;
        }
        var made = hint == null ? new SignatureHint() : hint;
        hint = made;
        made.show(shown);
        var place = made.getParent() == null ? placeOf(shown.calleeEnd()) : null;
        if (place != null) {
            layer.show(made, place, 0, SignatureHint.height(), true);
            watch();
        }
        layer.requestLayout();
    }

    private void put(Region node, int at, double inset, double height) {
        var place = placeOf(at);
        if (place != null) {
            layer.show(node, place, inset, height, false);
            watch();
        }
    }

    private @Nullable Bounds placeOf(int at) {
        var text = assistant.text();
        return text == null ? null : text.placeOnScreen(at);
    }

    private void hide(@Nullable Region node) {
        if (node != null) {
            layer.hide(node);
        }
        if (layer.getChildren().isEmpty()) {
            stopWatching();
        }
    }

    private void close() {
        assistant.leave();
    }

    // ---- what closes all

    private void watch() {
        var scene = layer.getScene();
        var text = assistant.text();
        if (watched != null || scene == null || text == null) {
            return;
        }
        watched = scene;
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, typed);
        follows = text.node();
        follows.localToSceneTransformProperty().addListener(moved);
    }

    private void stopWatching() {
        if (watched != null) {
            watched.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
            watched.removeEventFilter(KeyEvent.KEY_PRESSED, typed);
            watched = null;
        }
        if (follows != null) {
            follows.localToSceneTransformProperty().removeListener(moved);
            follows = null;
        }
    }

    private void pressed(MouseEvent event) {
        if (!layer.holds(event.getTarget())) {
            close();
        }
    }

    /// The keys that run a cell are the page's, and never come to the editor.
    private void typed(KeyEvent event) {
        boolean runs = event.isShiftDown() || event.isControlDown() || event.isAltDown();
        if (event.getCode() == KeyCode.ENTER && (runs || event.isMetaDown())) {
            close();
        }
    }

    // ---- what keys ask

    /// Returns whether anything is shown.
    boolean areSeen() {
        return !layer.getChildren().isEmpty();
    }

    /// Copies what is selected in the card; returns whether anything is.
    boolean copySelectedWords() {
        return card != null && card.copySelected();
    }

    /// Scrolls the card by a page.
    boolean scrollWords(int pages) {
        if (card != null) {
            card.scroll(pages);
        }
        return card != null;
    }
}
