package org.cellist.app.ui.output.json;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.find.Searchable;
import org.cellist.app.ui.output.find.TextMatches;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.cellist.app.ui.output.rows.RowSource;
import org.cellist.app.ui.output.rows.RowsView;
import org.cellist.app.ui.output.work.RenderWorker;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Shows JSON as a tree. A click or the arrow keys open and fold.
///
/// Confined to the JavaFX Application Thread.
public final class JsonTree extends Region implements Searchable {

    /// Rows in sight at most; more scroll inside.
    public static final int MOST_ROWS = 24;

    /// A value of more bytes is taken apart on another thread.
    private static final int LARGE = 128 * 1024;

    private final RowsView<JsonRow> rows;
    private JsonRows items = JsonRows.NONE;
    private int selected = -1;
    private List<List<JsonItem>> found = List.of();
    private Set<JsonItem> marked = Set.of();
    private @Nullable JsonItem current;

    public JsonTree(RawJson value, RenderWorker worker) {
        Fonts.load();
        rows = new RowsView<>(new Rows(), JsonRow.height(), MOST_ROWS);
        getStyleClass().add("json-tree");
        getChildren().add(rows);
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        ChosenType.follow(this, this::setAnew);
        if (value.sizeBytes() <= LARGE) {
            take(new JsonRows(value));
        } else {
            worker.submit(() -> new JsonRows(value), this::take);
        }
    }

    /// Letters have other sizes than before.
    private void setAnew() {
        rows.renew(JsonRow.height());
        changed();
    }

    private void take(@Nullable JsonRows made) {
        if (made != null) {
            items = made;
            changed();
        }
    }

    @Override
    public int find(TextMatches matches) {
        found = items.paths(words -> !matches.in(words).isEmpty());
        marked = found.stream().map(List::getLast).collect(Collectors.toSet());
        current = null;
        rows.rowsChanged(0);
        return found.size();
    }

    @Override
    public @Nullable Bounds stand(int index) {
        current = index < 0 ? null : found.get(index).getLast();
        if (index < 0) {
            rows.rowsChanged(0);
            return null;
        }
        int row = items.openTo(found.get(index));
        changed();
        rows.reveal(row);
        return new BoundingBox(0, rows.topOf(row), getWidth(), JsonRow.height());
    }

    private String foundAt(JsonItem item) {
        return item.equals(current) ? "found-current" : marked.contains(item) ? "found" : "";
    }

    /// How many rows are not folded away.
    int rowCount() {
        return items.count();
    }

    private void pressed(MouseEvent event) {
        var place = rows.sceneToLocal(event.getSceneX(), event.getSceneY());
        requestFocus();
        if (items.count() == 0) {
            return;
        }
        int row = rows.rowAt(place.getY());
        select(row);
        if (event.getButton() == MouseButton.PRIMARY) {
            toggle(row);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean taken =
                switch (event.getCode()) {
                    case UP -> select(Math.max(0, selected - 1));
                    case DOWN -> select(Math.min(items.count() - 1, selected + 1));
                    case RIGHT -> open(selected);
                    case LEFT -> closeOrGoUp(selected);
                    case ENTER, SPACE -> toggle(selected);
                    case ESCAPE -> select(-1);
                    default -> false;
                };
        if (taken) {
            event.consume();
        }
    }

    private boolean select(int wanted) {
        int row = Math.min(wanted, items.count() - 1);
        boolean changes = row != selected;
        selected = row;
        if (row >= 0) {
            rows.reveal(row);
        }
        rows.rowsChanged(0);
        return changes;
    }

    private boolean open(int row) {
        if (row < 0) {
            return false;
        }
        items.open(row);
        changed();
        return true;
    }

    private boolean closeOrGoUp(int row) {
        if (row < 0) {
            return false;
        }
        if (!items.get(row).isOpen()) {
            return select(items.parentOf(row));
        }
        items.close(row);
        changed();
        return true;
    }

    private boolean toggle(int row) {
        return row >= 0 && (items.get(row).isOpen() ? closeOrGoUp(row) : open(row));
    }

    private void changed() {
        rows.setContentWidth(JsonRow.widthOf(items));
        rows.rowsChanged(0);
        requestLayout();
    }

    private void menu(ContextMenuEvent event) {
        var copy = new MenuItem(Texts.of("output").get("copyValue"));
        var value = selected < 0 ? null : items.get(selected).value();
        copy.setDisable(value == null);
        copy.setOnAction(
                _ -> {
                    var content = new ClipboardContent();
                    content.putString(value == null ? "" : copied(value));
                    Clipboard.getSystemClipboard().setContent(content);
                });
        MenuPlace.show(this, event, copy);
    }

    /// A string is copied as what it says, anything else as it is written.
    private static String copied(RawJson value) {
        return value.isString() ? value.joinedText().orElse("") : value.toString();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + rows.prefHeight(width) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        rows.resizeRelocate(
                left,
                top,
                getWidth() - left - snappedRightInset(),
                getHeight() - top - snappedBottomInset());
    }

    /// The rows that are not folded away.
    private final class Rows implements RowSource<JsonRow> {

        @Override
        public int count() {
            return items.count();
        }

        @Override
        public JsonRow create() {
            return new JsonRow();
        }

        @Override
        public void fill(JsonRow node, int row) {
            node.show(items.get(row), row == selected, foundAt(items.get(row)));
        }
    }
}
