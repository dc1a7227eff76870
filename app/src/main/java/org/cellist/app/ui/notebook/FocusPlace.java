package org.cellist.app.ui.notebook;

import java.util.EnumSet;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.cell.form.FormView;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.jspecify.annotations.Nullable;

/// Where the keys of a page go. Immutable.
final class FocusPlace {

    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private FocusPlace() {}

    /// Lets a page look as if the keys were in it, or elsewhere: one place at a time does.
    static void mark(Node page, @Nullable Node owner) {
        page.pseudoClassStateChanged(AWAY, !isWithin(owner, page));
    }

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
        return editorAt(place) != null;
    }

    private static @Nullable CodeEditor editorAt(@Nullable EventTarget place) {
        for (var node = nodeOf(place); node != null; node = node.getParent()) {
            if (node instanceof CodeEditor editor) {
                return editor;
            }
        }
        return null;
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
    static Set<KeyPlace> keyPlaces(KeyEvent event, Node page, NotebookViewModel model) {
        var place = event.getTarget();
        if (place instanceof TextInputControl) {
            return cellOfForm(place) == null
                    ? EnumSet.noneOf(KeyPlace.class)
                    : EnumSet.of(KeyPlace.PAGE);
        }
        if (!isWithin(place, page)) {
            return EnumSet.of(KeyPlace.PAGE);
        }
        var editor = editorAt(place);
        if (editor != null && editor.claims(event)) {
            return EnumSet.noneOf(KeyPlace.class);
        }
        if (editor != null) {
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

        HeldKeys(Node page) {
            page.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> release());
        }

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

    /// Tab in a cell whose source is not edited: through its links, form, tables and whatever else
    /// takes keys, and from the last of them back to the page, where arrows choose cells. Cells out
    /// of sight have no nodes that it could go to, and so it goes to none of another cell.
    ///
    /// Confined to the JavaFX Application Thread.
    record TabKeys(Node page, NotebookViewModel model, VirtualColumn<RowKey> column) {

        void install() {
            page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        }

        private void key(KeyEvent event) {
            boolean isModified = event.isShortcutDown() || event.isAltDown();
            if (event.getCode() == KeyCode.TAB && !isModified && !isInEditor(event.getTarget())) {
                event.consume();
                go(event.isShiftDown());
            }
        }

        private void go(boolean isBack) {
            var owner = owner(page);
            var row = rowOf(owner);
            if (row == null || owner == null) {
                return;
            }
            var stops = Keyable.wanting(row);
            int now = stops.indexOf(owner);
            int beside = isBack ? stops.size() - 1 : 0;
            int next = now < 0 ? beside : now + (isBack ? -1 : 1);
            if (next < 0 || next >= stops.size()) {
                page.requestFocus();
            } else if (now < 0) {
                enter(row, stops.get(next));
            } else {
                owner.requestFocusTraversal(
                        isBack ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
            reveal(row);
        }

        /// The cell that has the keys, or is selected.
        private @Nullable CellRow rowOf(@Nullable Node owner) {
            for (var node = owner; node != null; node = node.getParent()) {
                if (node instanceof CellRow row) {
                    return row;
                }
            }
            var lead = model.lead();
            return lead != null && column.nodeOf(new RowKey.OfCell(lead)) instanceof CellRow row
                    ? row
                    : null;
        }

        /// Step by step, since only steps show where the keys are.
        private void enter(CellRow row, Node stop) {
            row.requestFocusTraversal(TraversalDirection.NEXT);
            for (var at = owner(page); at != null && !at.equals(stop); at = owner(page)) {
                if (!at.requestFocusTraversal(TraversalDirection.NEXT) || !isWithin(at, row)) {
                    return;
                }
            }
        }

        private void reveal(CellRow row) {
            var owner = owner(page);
            var cell = row.cell();
            if (cell != null && owner != null && isWithin(owner, row)) {
                var place = row.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
                column.revealPart(new RowKey.OfCell(cell), place.getMinY(), place.getMaxY());
            }
        }
    }
}
