package org.cellist.app.ui.notebook;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.CellSession;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.ui.cell.FoundMarks;
import org.cellist.app.ui.editor.caret.CaretPlace;
import org.cellist.app.ui.notebook.find.FindBar;
import org.cellist.app.ui.notebook.find.FindThreads;
import org.cellist.app.ui.notebook.find.FindViewModel;
import org.cellist.app.ui.notebook.language.KernelDefinitions;
import org.cellist.app.ui.notebook.language.LanguageScreen;
import org.cellist.app.ui.notebook.language.LanguageViewModel;
import org.cellist.app.ui.notebook.language.RenameField;
import org.cellist.app.ui.notebook.layout.NoteBar;
import org.cellist.app.ui.notebook.layout.PageNote;
import org.cellist.app.ui.notebook.metadata.MetadataDesk;
import org.cellist.app.ui.output.OutputBox;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.PageSite;
import org.jspecify.annotations.Nullable;

/// A page with what floats over it. The keys of what floats are none of the page's.
///
/// Confined to the JavaFX Application Thread.
final class PageFrame extends StackPane {

    private static final Insets NOTE_INSETS = new Insets(0, 24, 16, 24);
    private static final Insets BAR_INSETS = new Insets(8, 24, 8, 24);

    private final FindViewModel find;
    private final FoundOnPage found;
    private final LanguageViewModel language;
    private final MetadataDesk metadata;
    private final ObjectProperty<@Nullable PageNote> note = new SimpleObjectProperty<>();
    private @Nullable NoteBar noteBar;
    private @Nullable FindBar bar; // made when it is first asked for
    private final NotebookView page;
    private final NotebookViewModel model;
    private @Nullable PageFrame notebook; // beside which this is tried out
    private PageSite site = PageSite.NOWHERE;

    PageFrame(
            NotebookView page,
            CellSession session,
            NotebookViewModel model,
            FoundOnPage found,
            MetadataDesk.Context metadata) {
        this.found = found;
        this.page = page;
        this.model = model;
        this.language =
                new LanguageViewModel(
                        session.language(),
                        session.store(),
                        KernelDefinitions.of(session),
                        new LanguagePage());
        this.find =
                new FindViewModel(
                        session.store(),
                        FindThreads.ofWindow(),
                        found,
                        () -> session.file().access() instanceof NotebookFile.Access.ReadOnly);
        this.metadata =
                new MetadataDesk(
                        metadata, model::selected, model.selectionProperty(), new Corner());
        getStyleClass().add("page-frame");
        getChildren().add(page);
        setAlignment(Pos.TOP_RIGHT);
        note.subscribe(this::showNote);
    }

    /// What the cells of the page show of the search.
    ReadOnlyObjectProperty<FoundMarks> marksProperty() {
        return find.marksProperty();
    }

    /// What stands at the lower edge of the page; null for nothing.
    ObjectProperty<@Nullable PageNote> notes() {
        return note;
    }

    private void showNote(@Nullable PageNote now) {
        getChildren().remove(noteBar);
        noteBar = now == null ? null : new NoteBar(now, () -> note.set(null));
        if (noteBar != null) {
            setAlignment(noteBar, Pos.BOTTOM_CENTER);
            setMargin(noteBar, NOTE_INSETS);
            getChildren().add(noteBar);
        }
    }

    /// Selects a range of a cell's source and gives it the keys.
    void edit(CellId cell, int start, int end) {
        found.edit(cell, start, end);
    }

    // ---- places

    /// Sets who is asked to go to other pages.
    void setSite(PageSite site) {
        this.site = site;
    }

    /// Says that this is tried out beside that notebook.
    void setNotebook(PageFrame notebook) {
        this.notebook = notebook;
    }

    /// Remembers where the person stands, who is about to go elsewhere.
    void leave() {
        site.leave();
    }

    /// Goes to a range of a cell's source far away: on this page or, from what is tried out, on the
    /// notebook's.
    void jump(CellId cell, int start, int end) {
        boolean isHere = model.cells().contains(cell);
        if (isHere || notebook == null) {
            leave();
            edit(cell, start, end);
        } else {
            notebook.jump(cell, start, end);
        }
    }

    /// Returns where the person stands; null in an empty notebook.
    @Nullable PagePlace place() {
        var start = found.start(true);
        if (start == null) {
            return null;
        }
        return new PagePlace(
                start.cell(), model.editing() == null ? PagePlace.WHOLE : start.offset());
    }

    /// Goes to a cell, or to a place in its text; nothing if the cell is gone.
    void show(PagePlace place) {
        if (!model.cells().contains(place.cell())) {
            return;
        }
        if (place.isInText()) {
            int last = model.cell(place.cell()).source().length();
            int offset = Math.min(place.offset(), last);
            edit(place.cell(), offset, offset);
        } else {
            page.show(place.cell());
        }
    }

    /// Says something for a moment.
    void tell(String words) {
        note.set(PageNote.passing(words));
    }

    /// What a language server knows about the page.
    LanguageViewModel language() {
        return language;
    }

    /// What can be done with the metadata of the page.
    MetadataDesk metadata() {
        return metadata;
    }

    /// Lets a person type another name at the caret.
    ///
    /// @param then told the name, unless the person leaves
    private void askName(String name, Consumer<String> then) {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        var caret = CaretPlace.onScreen(owner);
        var place = caret == null ? null : screenToLocal(caret);
        if (place == null) {
            return;
        }
        found.rememberKeys();
        var field = new RenameField(name, then, this::leaveName);
        getChildren().add(field);
        field.enter(place, getWidth(), getHeight());
    }

    private void leaveName(RenameField field) {
        boolean hasKeys = field.hasKeys();
        getChildren().remove(field);
        if (hasKeys) {
            found.focusBack();
        }
    }

    /// Ends the search, and following the server.
    void close() {
        metadata.close();
        language.close();
        find.stop();
    }

    /// Opens the bar to look for text: that of an output, if it has the keys.
    void find() {
        var output = OutputBox.around(getScene() == null ? null : getScene().getFocusOwner());
        if (output != null) {
            output.find();
            return;
        }
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
            shown = FindBar.ofCells(find);
            setMargin(shown, BAR_INSETS);
            bar = shown;
            getChildren().add(shown);
        }
        return shown;
    }

    /// The lower right corner of the page, where a bar covers least.
    private final class Corner implements MetadataDesk.Screen {

        @Override
        public void show(Region shown) {
            found.rememberKeys();
            setAlignment(shown, Pos.BOTTOM_RIGHT);
            setMargin(shown, NOTE_INSETS);
            getChildren().add(shown);
        }

        @Override
        public void hide(Region shown) {
            boolean hadKeys = shown.isFocusWithin();
            getChildren().remove(shown);
            if (hadKeys) {
                found.focusBack();
            }
        }

        @Override
        public void tell(String words) {
            PageFrame.this.tell(words);
        }

        @Override
        public Scene scene() {
            return getScene();
        }
    }

    /// The page as a language server's view model sees it.
    private final class LanguagePage implements LanguageScreen {

        @Override
        public @Nullable Place place() {
            var start = found.start(true);
            return start == null ? null : new Place(start.cell(), start.offset());
        }

        @Override
        public boolean isEditing() {
            return model.editing() != null;
        }

        @Override
        public void edit(CellId cell, int start, int end) {
            found.edit(cell, start, end);
        }

        @Override
        public void jump(CellId cell, int start, int end) {
            PageFrame.this.jump(cell, start, end);
        }

        @Override
        public void open(Path file, int line, int column) {
            site.open(file, line, column);
        }

        @Override
        public void note(String words) {
            tell(words);
        }

        @Override
        public void askName(String name, Consumer<String> then) {
            PageFrame.this.askName(name, then);
        }
    }
}
