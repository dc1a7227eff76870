package org.cellist.app.ui.notebook;

import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.ui.cell.FoundMarks;
import org.cellist.app.ui.editor.CaretPlace;
import org.cellist.app.ui.notebook.find.FindBar;
import org.cellist.app.ui.notebook.find.FindThreads;
import org.cellist.app.ui.notebook.find.FindViewModel;
import org.cellist.app.ui.notebook.language.LanguageViewModel;
import org.cellist.app.ui.notebook.language.PageNote;
import org.cellist.app.ui.notebook.language.RenameField;
import org.jspecify.annotations.Nullable;

/// A page with what floats over it. The keys of what floats are none of the page's.
///
/// Confined to the JavaFX Application Thread.
final class PageFrame extends StackPane {

    private static final Insets BAR_INSETS = new Insets(8, 24, 8, 24);
    private static final Insets NOTE_INSETS = new Insets(0, 24, 20, 24);

    private final FindViewModel find;
    private final FoundOnPage found;
    private final LanguageViewModel language;
    private final PageNote note = new PageNote();
    private @Nullable FindBar bar; // made when it is first asked for

    PageFrame(
            NotebookView page,
            NotebookSession session,
            NotebookViewModel model,
            FoundOnPage found) {
        this.found = found;
        this.language =
                new LanguageViewModel(
                        session.language(),
                        session.store(),
                        new LanguageOnPage(model, found, this));
        this.find =
                new FindViewModel(
                        session.store(),
                        FindThreads.ofWindow(),
                        found,
                        () -> session.file().access() instanceof NotebookFile.Access.ReadOnly);
        getStyleClass().add("page-frame");
        getChildren().addAll(page, note);
        setAlignment(Pos.TOP_RIGHT);
        setAlignment(note, Pos.BOTTOM_CENTER);
        setMargin(note, NOTE_INSETS);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> note.close());
    }

    /// What the cells of the page show of the search.
    ReadOnlyObjectProperty<FoundMarks> marksProperty() {
        return find.marksProperty();
    }

    /// Selects a range of a cell's source and gives it the keys.
    void edit(CellId cell, int start, int end) {
        found.edit(cell, start, end);
    }

    /// What a language server knows about the page.
    LanguageViewModel language() {
        return language;
    }

    /// Says something at the foot of the page for a while.
    void note(String words) {
        note.show(words);
    }

    /// Lets a person type another name at the caret.
    ///
    /// @param then told the name, unless the person leaves
    void askName(String name, Consumer<String> then) {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        var caret = CaretPlace.onScreen(owner);
        var place = caret == null ? null : screenToLocal(caret);
        if (owner == null || place == null) {
            return;
        }
        found.rememberKeys();
        var fields = new ArrayList<RenameField>();
        var field =
                new RenameField(
                        name,
                        then,
                        () -> {
                            boolean hadKeys = getScene().getFocusOwner() instanceof TextField;
                            getChildren().removeAll(fields);
                            if (hadKeys) {
                                found.focusBack();
                            }
                        });
        fields.add(field);
        getChildren().add(field);
        field.enter(place, getWidth(), getHeight());
    }

    /// Ends the search, and following the server.
    void close() {
        note.close();
        language.close();
        find.stop();
    }

    /// Opens the bar to look for text.
    void find() {
        found.rememberKeys();
        open();
    }

    /// Opens the bar to replace text.
    void replace() {
        found.rememberKeys();
        find.withReplaceProperty().set(true);
        open();
    }

    /// Goes to the next match, or the one before.
    ///
    /// @param places 1 for the next, -1 for the one before
    void goTo(int places) {
        found.rememberKeys();
        step(places);
    }

    private void open() {
        find.open();
        bar().enter();
    }

    private void step(int places) {
        boolean wasOpen = find.openProperty().get();
        find.step(places);
        if (!wasOpen) {
            bar().enter();
        }
    }

    private FindBar bar() {
        var shown = bar;
        if (shown == null) {
            shown = new FindBar(find);
            setMargin(shown, BAR_INSETS);
            bar = shown;
            getChildren().add(shown);
        }
        return shown;
    }
}
