package org.cellist.app.ui.notebook;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.page.RunWhat;
import org.jspecify.annotations.Nullable;

/// The keys of a notebook: those that run cells, which work everywhere on the page, and Jupyter's
/// command mode, which works while no text is edited.
///
/// Confined to the JavaFX Application Thread.
final class NotebookKeys {

    private static final KeyCombination RUN =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination RUN_AND_ADVANCE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination RUN_AND_INSERT =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

    private static final KeyCombination SPLIT =
            new KeyCodeCombination(
                    KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final NotebookViewModel model;
    private final NotebookCommands commands;
    private final VirtualColumn<RowKey> column;
    private @Nullable KeyCode firstOfTwo;
    private boolean held;

    NotebookKeys(NotebookViewModel model, VirtualColumn<RowKey> column) {
        this.model = model;
        this.commands = model.commands();
        this.column = column;
    }

    /// Lets keys do nothing until the person moves by key, or [#goOn] is called.
    void hold() {
        held = true;
    }

    void goOn() {
        held = false;
    }

    /// Deals with a key that runs cells, or cuts one where its caret stands.
    boolean everywhere(KeyEvent event) {
        if (SPLIT.match(event)) {
            commands.split();
            return true;
        }
        var what = whatRuns(event);
        if (what != null && !held) {
            commands.run(what);
        }
        return what != null;
    }

    private static @Nullable RunWhat whatRuns(KeyEvent event) {
        if (RUN.match(event)) {
            return RunWhat.SELECTED;
        }
        if (RUN_AND_ADVANCE.match(event)) {
            return RunWhat.SELECTED_AND_ADVANCE;
        }
        return RUN_AND_INSERT.match(event) ? RunWhat.SELECTED_AND_INSERT : null;
    }

    /// Deals with a key of command mode.
    boolean command(KeyEvent event) {
        if (event.isShortcutDown() || event.isControlDown() || event.isMetaDown()) {
            return false;
        }
        if (held && !event.getCode().isNavigationKey() && event.getCode() != KeyCode.ESCAPE) {
            return true;
        }
        held = false;
        if (event.isAltDown()) {
            return moved(event);
        }
        boolean again = event.getCode() == firstOfTwo;
        firstOfTwo = null;
        return selects(event) || scrolls(event) || changes(event, again);
    }

    private boolean moved(KeyEvent event) {
        boolean copies = event.isShiftDown();
        switch (event.getCode()) {
            case UP -> {
                if (copies) {
                    commands.duplicateSelected(CaretEdge.TOP);
                } else {
                    commands.moveSelected(-1);
                }
            }
            case DOWN -> {
                if (copies) {
                    commands.duplicateSelected(CaretEdge.BOTTOM);
                } else {
                    commands.moveSelected(1);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean selects(KeyEvent event) {
        boolean extend = event.isShiftDown();
        switch (event.getCode()) {
            case UP, KP_UP, K -> commands.step(-1, extend);
            case DOWN, KP_DOWN, J -> commands.step(1, extend);
            case HOME -> commands.step(-model.cells().size(), extend);
            case END -> commands.step(model.cells().size(), extend);
            case ENTER -> editLead();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void editLead() {
        var lead = model.lead();
        if (lead != null) {
            model.edit(lead, null);
        }
    }

    private boolean scrolls(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_UP -> column.scrollPage(-1);
            case PAGE_DOWN -> column.scrollPage(1);
            case SPACE -> column.scrollPage(event.isShiftDown() ? -1 : 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean changes(KeyEvent event, boolean again) {
        switch (event.getCode()) {
            case A -> commands.insertAbove(CellType.CODE);
            case B -> commands.insertBelow(CellType.CODE);
            case Y -> commands.changeSelected(CellType.CODE);
            case M -> {
                if (event.isShiftDown()) {
                    commands.merge();
                } else {
                    commands.changeSelected(CellType.MARKDOWN);
                }
            }
            case X -> commands.cutSelected();
            case C -> commands.copySelected();
            case V -> {
                if (event.isShiftDown()) {
                    commands.pasteAbove();
                } else {
                    commands.pasteBelow();
                }
            }
            case R -> commands.changeSelected(CellType.RAW);
            case Z -> {
                if (event.isShiftDown()) {
                    commands.redo();
                } else {
                    commands.undo();
                }
            }
            case D -> {
                if (again) {
                    commands.removeSelected();
                } else {
                    firstOfTwo = KeyCode.D;
                }
            }
            case I -> {
                if (again) {
                    commands.interrupt();
                } else {
                    firstOfTwo = KeyCode.I;
                }
            }
            case DELETE -> commands.removeSelected();
            default -> {
                return false;
            }
        }
        return true;
    }
}
