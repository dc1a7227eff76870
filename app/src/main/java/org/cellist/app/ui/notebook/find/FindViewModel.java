package org.cellist.app.ui.notebook.find;

import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.cell.FoundMarks;
import org.cellist.app.ui.output.find.FindState;
import org.cellist.app.ui.output.find.FindState.Around;
import org.jspecify.annotations.Nullable;

/// The search on one page: what is looked for, what was found, and where the person stands.
///
/// While the bar is open, a search follows each change of the query and of the notebook; one is
/// under way at most. A change of the query goes to the first match after the place where the
/// person stood, a change of the notebook leaves everything where it is.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class FindViewModel {

    private final NotebookStore store;
    private final FindScreen screen;
    private final Replacing replacing;
    private final Searching searching;

    private final ObjectProperty<FindQuery> query = new SimpleObjectProperty<>(FindQuery.NONE);
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty onlySelected = new SimpleBooleanProperty();
    private final BooleanProperty withReplace = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<FindState> state =
            new ReadOnlyObjectWrapper<>(new FindState.Idle());
    private final ReadOnlyObjectWrapper<FoundMarks> marks =
            new ReadOnlyObjectWrapper<>(FoundMarks.NONE);

    private Runnable stopFollowing = () -> {};
    private @Nullable Set<CellId> only;
    private @Nullable FindStart start;
    private FoundList found = FoundList.NONE;
    private int current = -1;
    private boolean unseen; // the match where the person stands, since the bar was opened
    private boolean shallReveal; // the first match from the start on

    /// @param isReadOnly whether the notebook may not be changed
    public FindViewModel(
            NotebookStore store,
            FindThreads threads,
            FindScreen screen,
            BooleanSupplier isReadOnly) {
        this.store = store;
        this.screen = screen;
        this.searching = new Searching(threads, store::notebook, this::accept);
        this.replacing = new Replacing(store, threads, isReadOnly);
        query.subscribe((_, _) -> queryChanged());
        onlySelected.subscribe((_, is) -> scopeChanged(is));
    }

    // ---- what the bar shows and changes

    public ObjectProperty<FindQuery> queryProperty() {
        return query;
    }

    public StringProperty replacementProperty() {
        return replacement;
    }

    /// Whether only the cells are searched that were selected when this was set.
    public BooleanProperty onlySelectedProperty() {
        return onlySelected;
    }

    /// Whether the bar offers to replace.
    public BooleanProperty withReplaceProperty() {
        return withReplace;
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FindState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the cells of the page show of it.
    public ReadOnlyObjectProperty<FoundMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// Returns whether the notebook is one that may not be changed.
    public boolean isReadOnly() {
        return replacing.isReadOnly();
    }

    // ---- what a person does

    /// Opens the bar. A selected text of one line is looked for. The page stays where it is until
    /// the person goes to a match.
    public void open() {
        openFrom(screen.start(false), false);
    }

    private void openFrom(@Nullable FindStart from, boolean reveals) {
        start = from;
        current = -1;
        if (!open.get()) {
            stopFollowing = store.follow(_ -> searching.soon());
            open.set(true);
        }
        var selected = screen.selectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0 && selected.indexOf('\r') < 0) {
            var now = query.get();
            query.set(now.withText(selected).withPattern(now.isPattern() && isPlain(selected)));
        }
        shallReveal = reveals;
        unseen = selected.isEmpty();
        search();
    }

    /// Returns whether a text means itself as a pattern, too.
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> "\\^$.|?*+()[]{}".indexOf(c) >= 0);
    }

    /// Closes the bar, and gives keys back.
    public void close() {
        if (!open.get()) {
            return;
        }
        stop();
        screen.leave();
        screen.focusBack();
    }

    /// The person goes on elsewhere: what is found later moves nothing any more, above all not the
    /// caret in a text that they type into.
    public void left() {
        unseen |= shallReveal;
        shallReveal = false;
    }

    /// Ends the search without a word to the page.
    public void stop() {
        stopFollowing.run();
        searching.stop();
        open.set(false);
        onlySelected.set(false);
        showNone(new FindState.Idle());
    }

    /// Goes to the next match, or with -1 to the one before, around the end. Opens the bar.
    public void step(int places) {
        if (!open.get()) {
            openFrom(screen.start(places > 0), true);
            return;
        }
        if (shallReveal || found.size() == 0) {
            return; // what comes then goes to its first match
        }
        if (unseen && places > 0) {
            stand(current, Around.NONE);
            reveal();
            return;
        }
        int next = Math.floorMod(current + places, found.size());
        boolean isAround = places > 0 ? next <= current : next >= current;
        var around = places > 0 ? Around.TO_START : Around.TO_END;
        stand(next, isAround ? around : Around.NONE);
        start = FindStart.at(found.get(next));
        reveal();
    }

    /// Closes the bar and selects the match in its cell.
    public void editCurrent() {
        if (current < 0) {
            return;
        }
        var match = found.get(current);
        stop();
        screen.edit(match);
    }

    /// Replaces the match where the person stands, and goes to the next one. A match in an
    /// output is passed by.
    public void replace() {
        if (current < 0 || replacing.isReadOnly()) {
            return;
        }
        var match = found.get(current);
        if (!match.isInSource()) {
            step(1);
            return;
        }
        screen.commitComposition();
        replacing.one(query.get(), replacement.get(), match, this::replacedOne);
    }

    private void replacedOne(Replacing.Result result) {
        switch (result) {
            case Replacing.Result.Made(_, var end) -> {
                start = end == null ? start : end;
                shallReveal = true;
                search();
            }
            case Replacing.Result.TooHard _ -> state.set(new FindState.TooHard());
        }
    }

    /// Replaces all matches in sources, in one step.
    public void replaceAll() {
        if (replacing.isReadOnly()) {
            return;
        }
        screen.commitComposition();
        replacing.all(query.get(), replacement.get(), only, this::replacedAll);
    }

    private void replacedAll(Replacing.Result result) {
        if (open.get()) {
            state.set(
                    switch (result) {
                        case Replacing.Result.Made(var count, _) -> new FindState.Replaced(count);
                        case Replacing.Result.TooHard _ -> new FindState.TooHard();
                    });
        }
    }

    // ---- what was found

    private void queryChanged() {
        searching.setQuery(query.get());
        shallReveal = true;
        if (query.get().text().isEmpty()) {
            search();
        } else {
            searching.soon();
        }
    }

    private void scopeChanged(boolean isOnly) {
        only = isOnly ? Set.copyOf(screen.selectedCells()) : null;
        searching.setOnly(only);
        shallReveal = true;
        search();
    }

    private void search() {
        if (open.get()) {
            searching.now();
        }
    }

    private void accept(Searching.Result result) {
        switch (result) {
            case Searching.Result.Nothing _ -> showNone(new FindState.Idle());
            case Searching.Result.Faulty(var fault) -> showNone(new FindState.Faulty(fault));
            case Searching.Result.TooHard _ -> showNone(new FindState.TooHard());
            case Searching.Result.Found(var list) -> take(list);
        }
    }

    private void take(FoundList list) {
        boolean isNews = shallReveal;
        var from = isNews || current < 0 ? start : FindStart.at(found.get(current));
        int first = list.firstFrom(from);
        boolean isAround = first == list.size() && first > 0;
        var before = state.get();
        found = list;
        stand(isAround ? 0 : first, isNews && isAround ? Around.TO_START : Around.NONE);
        if (before instanceof FindState.Replaced && !isNews) {
            state.set(before);
        }
        if (isNews) {
            shallReveal = false;
            reveal();
        }
    }

    private void showNone(FindState why) {
        found = FoundList.NONE;
        current = -1;
        state.set(why);
        marks.set(FoundMarks.NONE);
    }

    private void stand(int index, Around around) {
        current = found.size() == 0 ? -1 : index;
        state.set(new FindState.Found(index, found.size(), found.isCut(), around));
        marks.set(new FoundMarks(found.inSources(), currentMatch()));
    }

    private @Nullable Match currentMatch() {
        return current < 0 ? null : found.get(current);
    }

    private void reveal() {
        unseen = false;
        var match = currentMatch();
        if (match == null) {
            screen.leave();
        } else {
            screen.reveal(match);
        }
    }
}
