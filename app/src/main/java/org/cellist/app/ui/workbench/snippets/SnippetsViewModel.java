package org.cellist.app.ui.workbench.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.snippets.Snippet;
import org.cellist.app.snippets.SnippetShelf.Read;
import org.cellist.app.snippets.SnippetShelf.Saved;

/// The snippets that fit what is looked for, by their groups.
///
/// They are read again each time they are to be shown; until then the former ones stay. Of several
/// readings under way only the last one counts.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class SnippetsViewModel {

    private final SnippetDesk desk;
    private final SnippetWords words = new SnippetWords();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<SnippetRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<String>> unread =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private List<Snippet> all = List.of();
    private long reading;

    SnippetsViewModel(SnippetDesk desk) {
        this.desk = desk;
        filter.subscribe((_, _) -> list());
    }

    SnippetDesk desk() {
        return desk;
    }

    /// Words that a snippet must have in its title, description, group or code.
    StringProperty filterProperty() {
        return filter;
    }

    /// The lines to show.
    ObservableList<SnippetRow> rows() {
        return rows;
    }

    /// A sentence for each file that is left out.
    ReadOnlyObjectProperty<List<String>> unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Whether snippets have been read yet.
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Reads the snippets anew.
    void refresh() {
        long mine = ++reading;
        var locale = Locale.getDefault();
        desk.background()
                .execute(
                        () -> {
                            var read = desk.shelf().read(locale);
                            desk.fx().execute(() -> take(mine, read));
                        });
    }

    private void take(long of, Read read) {
        if (of != reading) {
            return;
        }
        all = read.snippets();
        unread.set(read.unread().stream().map(words::of).toList());
        known.set(true);
        list();
    }

    private void list() {
        var letters = filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        var listed = new ArrayList<SnippetRow>();
        var group = "";
        for (var snippet : all) {
            if (fits(snippet, letters)) {
                if (listed.isEmpty() || !snippet.group().equals(group)) {
                    group = snippet.group();
                    listed.add(new SnippetRow.Group(group));
                }
                listed.add(new SnippetRow.Entry(snippet));
            }
        }
        if (!rows.equals(listed)) {
            rows.setAll(listed);
        }
    }

    private static boolean fits(Snippet snippet, String[] letters) {
        var text =
                String.join(
                                "\n",
                                snippet.title(),
                                snippet.description(),
                                snippet.group(),
                                snippet.code())
                        .toLowerCase(Locale.ROOT);
        return Stream.of(letters).allMatch(text::contains);
    }

    /// Saves cells as a snippet, and shows it.
    ///
    /// @param failed told why it was not saved
    void save(String title, List<Cell> cells, Consumer<String> failed) {
        desk.background()
                .execute(
                        () -> {
                            var saved = desk.shelf().save(title, cells);
                            desk.fx().execute(() -> saved(saved, failed));
                        });
    }

    private void saved(Saved saved, Consumer<String> failed) {
        if (saved instanceof Saved.Done) {
            refresh();
        } else {
            failed.accept(words.of(saved));
        }
    }

    /// Shows the folder of the person's snippets, which is made if need be.
    ///
    /// @param failed told why it could not be made
    void showFolder(Consumer<String> failed) {
        desk.background()
                .execute(
                        () -> {
                            var missing = desk.shelf().makeFolder();
                            if (missing.isEmpty()) {
                                desk.opener().accept(desk.shelf().folder().toUri());
                            }
                            missing.ifPresent(
                                    why -> desk.fx().execute(() -> failed.accept(words.of(why))));
                        });
    }
}
