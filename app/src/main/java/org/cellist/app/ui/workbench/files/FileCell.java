package org.cellist.app.ui.workbench.files;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.kernel.runtime.files.FileEntry;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One thing of a folder: what it is, its name, and its size or its time. Its name can be edited in
/// its place.
///
/// Confined to the JavaFX Application Thread.
final class FileCell extends ListCell<FileEntry> {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden-file");

    private final Supplier<FolderOrder> order;
    private final BiConsumer<FileEntry, String> rename;
    private final Clock clock;
    private final Texts texts = Texts.of("files");
    private final FileTimes times;
    private final Label name = new Label();
    private final Label figure = new Label();
    private final Text sign = Icons.changing(Icons.SMALL);
    private final HBox icon = new HBox(sign);
    private final HBox line;
    private @Nullable TextField field;

    /// @param order tells which figure is shown
    /// @param rename told of the name that a person has typed
    FileCell(Supplier<FolderOrder> order, BiConsumer<FileEntry, String> rename, Clock clock) {
        this.order = order;
        this.rename = rename;
        this.clock = clock;
        this.times = new FileTimes(clock.getZone());
        getStyleClass().add("file-cell");
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        figure.getStyleClass().add("file-figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        icon.getStyleClass().add("file-icon");
        line = new HBox(icon, name, space, figure);
        line.getStyleClass().add("file-line");
        setPrefWidth(0);
    }

    /// Shows whether what is dragged would come into this folder.
    void setTarget(boolean isTarget) {
        pseudoClassStateChanged(TARGET, isTarget);
    }

    @Override
    protected void updateItem(@Nullable FileEntry entry, boolean none) {
        super.updateItem(entry, none);
        if (none || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            pseudoClassStateChanged(HIDDEN, false);
            return;
        }
        name.setText(entry.name());
        figure.setText(figure(entry));
        Icons.change(sign, icon(entry));
        pseudoClassStateChanged(HIDDEN, entry.isHidden());
        setTooltip(new Tooltip(details(entry)));
        setAccessibleText(
                entry.isFolder()
                        ? texts.get("folder.named", entry.name())
                        : entry.name() + ", " + figure.getText());
        if (!isEditing()) {
            setGraphic(line);
        }
    }

    private static Feather icon(FileEntry entry) {
        return switch (entry.kind()) {
            case FOLDER -> Feather.FOLDER;
            case OTHER -> Feather.SLASH;
            case FILE -> icon(entry.name().toLowerCase(Locale.ROOT));
        };
    }

    private static Feather icon(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "ipynb" -> Feather.BOOK;
            case "png", "jpg", "jpeg", "gif", "webp", "svg" -> Feather.IMAGE;
            case "csv", "tsv", "parquet", "xlsx" -> Feather.GRID;
            case "py", "java", "js", "r", "sh", "json", "toml", "yaml", "yml" -> Feather.CODE;
            case "zip", "gz", "xz", "tar", "tgz", "7z" -> Feather.ARCHIVE;
            case "txt", "md", "rst", "log" -> Feather.FILE_TEXT;
            default -> Feather.FILE;
        };
    }

    private String figure(FileEntry entry) {
        var modified = entry.modified();
        boolean showsTime = order.get() == FolderOrder.MODIFIED && modified != null;
        if (showsTime) {
            return times.moment(Objects.requireNonNull(modified), clock.instant());
        }
        return entry.size() < 0 ? "" : Sizes.words(entry.size());
    }

    private String details(FileEntry entry) {
        var text = new StringBuilder(entry.path());
        if (entry.isLink()) {
            text.append('\n').append(texts.get("link"));
        }
        if (entry.size() >= 0) {
            text.append('\n').append(Sizes.words(entry.size()));
        }
        if (entry.modified() != null) {
            text.append('\n').append(texts.get("modified", times.full(entry.modified())));
        }
        return text.toString();
    }

    // ---- its name in its place

    @Override
    public void startEdit() {
        var entry = getItem();
        super.startEdit();
        if (!isEditing() || entry == null) {
            return;
        }
        var made = new TextField(entry.name());
        field = made;
        made.getStyleClass().add(FolderView.NAMING);
        made.setAccessibleText(texts.get("rename"));
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        made.focusedProperty()
                .addListener(
                        (_, _, has) -> {
                            if (!has) {
                                commit();
                            }
                        });
        HBox.setHgrow(made, Priority.ALWAYS);
        var edited = new HBox(icon, made);
        edited.getStyleClass().add("file-line");
        setGraphic(edited);
        applyCss(); // what a field does when it gets the keys comes first then
        made.requestFocus();
        int dot = entry.name().lastIndexOf('.');
        made.selectRange(0, dot > 0 && !entry.isFolder() ? dot : entry.name().length());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            commit();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            cancelEdit();
        }
    }

    private void commit() {
        var edited = field;
        var entry = getItem();
        if (edited != null && entry != null) {
            var typed = edited.getText();
            cancelEdit();
            rename.accept(entry, typed);
        }
    }

    /// A name that was typed is told; the cell shows the old one until the folder has the new one.
    @Override
    public void cancelEdit() {
        field = null;
        super.cancelEdit();
        line.getChildren().set(0, icon); // it was lent
        setGraphic(getItem() == null ? null : line);
        var list = getListView();
        if (list != null) {
            list.setEditable(false);
            list.requestFocus();
        }
    }
}
