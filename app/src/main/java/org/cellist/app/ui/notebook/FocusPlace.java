package org.cellist.app.ui.notebook;

import java.util.EnumSet;
import java.util.Set;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.cell.form.FormView;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.keys.KeyPlace;
import org.jspecify.annotations.Nullable;

/// Where the keys of a page go. Immutable.
final class FocusPlace {

    private FocusPlace() {}

    /// Returns what has the keys in the window of a node; null for nothing.
    static @Nullable Node owner(Node node) {
        return node.getScene() == null ? null : node.getScene().getFocusOwner();
    }

    /// Returns whether keys go to a node or what is in it.
    static boolean hasKeys(Node node) {
        return isWithin(owner(node), node);
    }

    /// Returns whether a page may take the keys from what has them.
    static boolean isFreeFor(Node page) {
        return owner(page) == null || hasKeys(page);
    }

    /// Returns whether letters are written there.
    static boolean isText(@Nullable EventTarget place) {
        return place instanceof TextInputControl || isInEditor(place);
    }

    /// Returns whether it is in a page, but neither the page itself nor a text.
    static boolean isOutput(Node place, Node page) {
        return !place.equals(page) && isWithin(place, page) && !isText(place);
    }

    /// Returns whether it is the source of a cell.
    static boolean isInEditor(@Nullable EventTarget place) {
        for (var node = nodeOf(place); node != null; node = node.getParent()) {
            if (node instanceof CodeEditor) {
                return true;
            }
        }
        return false;
    }

    /// Returns the cell in whose form it is, or null.
    static @Nullable CellId cellOfForm(@Nullable EventTarget place) {
        boolean isInForm = false;
        for (var node = nodeOf(place); node != null; node = node.getParent()) {
            isInForm |= node instanceof FormView;
            if (isInForm && node instanceof CellRow row) {
                return row.cell();
            }
        }
        return null;
    }

    /// Returns what keys mean that go there.
    ///
    /// @param page of cells
    static Set<KeyPlace> keyPlaces(EventTarget place, Node page, NotebookViewModel model) {
        if (place instanceof TextInputControl) {
            return cellOfForm(place) == null
                    ? EnumSet.noneOf(KeyPlace.class)
                    : EnumSet.of(KeyPlace.PAGE);
        }
        if (!isWithin(place, page)) {
            return EnumSet.of(KeyPlace.PAGE);
        }
        if (isInEditor(place)) {
            var editing = model.editing();
            return editing != null && model.cell(editing).type() == CellType.MARKDOWN
                    ? EnumSet.of(KeyPlace.PAGE, KeyPlace.TEXT, KeyPlace.MARKDOWN)
                    : EnumSet.of(KeyPlace.PAGE, KeyPlace.TEXT);
        }
        return EnumSet.of(KeyPlace.PAGE, KeyPlace.COMMAND);
    }

    static boolean isWithin(@Nullable EventTarget place, Node outer) {
        for (var node = nodeOf(place); node != null; node = node.getParent()) {
            if (node.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node nodeOf(@Nullable EventTarget place) {
        return place instanceof Node node ? node : null;
    }

    /// Keys that are meant for a text that is gone, until the person moves. Confined to the JavaFX
    /// Application Thread.
    static final class HeldKeys {

        private boolean isHeld;

        void hold() {
            isHeld = true;
        }

        void release() {
            isHeld = false;
        }

        /// Returns whether a key is to do nothing.
        boolean drops(KeyEvent event) {
            if (event.getCode().isNavigationKey() || event.getCode() == KeyCode.ESCAPE) {
                release();
            }
            boolean isModified = event.isControlDown() || event.isMetaDown() || event.isAltDown();
            return isHeld && (!isModified || event.getCode() == KeyCode.ENTER);
        }
    }
}
