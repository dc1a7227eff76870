package org.cellist.app.ui.workbench.files;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.explain.Explanation;
import org.cellist.app.explain.FilesProblemWords;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.jspecify.annotations.Nullable;

/// One folder that is shown, of whichever place, and what can be done in it.
///
/// Each answer belongs to a question; one that comes after a newer question is dropped.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class FolderModel {

    /// What is shown. Immutable.
    public sealed interface State {

        record Looking() implements State {}

        record Shown() implements State {}

        record Failed(Explanation why) implements State {}
    }

    private final PlacesFiles port;
    private final ReadOnlyObjectWrapper<Place> place =
            new ReadOnlyObjectWrapper<>(new Place.Here());
    private final ReadOnlyStringWrapper folder = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper home = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Looking());
    private final ReadOnlyObjectWrapper<@Nullable Explanation> trouble =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<FileEntry>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final ObjectProperty<FolderOrder> order = new SimpleObjectProperty<>(FolderOrder.NAME);
    private List<FileEntry> all = List.of();
    private Consumer<FileEntry> chooser = _ -> {};
    private @Nullable String wanted; // path of what is to be chosen when it is shown
    private boolean isBegun;
    private boolean isAsking;
    private long question; // the newest

    FolderModel(PlacesFiles port) {
        this.port = port;
        hidden.subscribe(this::arrange);
        order.subscribe(this::arrange);
    }

    // ---- what is shown

    /// Returns the place whose folder is shown.
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The path of the folder, as its place writes it.
    ReadOnlyStringProperty folderProperty() {
        return folder.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the last thing that a person asked for was not done; null if it was.
    ReadOnlyObjectProperty<@Nullable Explanation> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What the folder has, in order.
    ReadOnlyObjectProperty<List<FileEntry>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Whether things are shown whose names begin with a dot.
    BooleanProperty hiddenProperty() {
        return hidden;
    }

    ObjectProperty<FolderOrder> orderProperty() {
        return order;
    }

    /// Sets what is told of a thing that a person has just made or renamed, once it is shown.
    void setChooser(Consumer<FileEntry> wanted) {
        chooser = wanted;
    }

    /// Returns the folder in a person's words: the home is `~`, and what a server shows begins
    /// with a slash.
    String shownFolder() {
        var path = folder.get();
        if (home.get().length() > 1 && PlacePaths.isWithin(path, home.get())) {
            return "~" + path.substring(home.get().length());
        }
        return path.startsWith("/") || isRooted(path) ? path : "/" + path;
    }

    private static boolean isRooted(String path) {
        return path.length() > 1 && path.charAt(1) == ':';
    }

    // ---- going

    /// Shows a folder here, unless one was shown before.
    ///
    /// @param path null for the home
    void begin(@Nullable String path) {
        if (!isBegun) {
            go(new Place.Here(), path);
        }
    }

    /// Shows a folder.
    ///
    /// @param path null for the home
    void go(Place where, @Nullable String path) {
        isBegun = true;
        wanted = null;
        trouble.set(null);
        state.set(new State.Looking());
        boolean isElsewhere = !where.equals(place.get());
        if (isElsewhere) {
            place.set(where);
            home.set("");
            forget();
        }
        if (path != null) {
            folder.set(path);
        } else if (isElsewhere) {
            folder.set("");
        }
        ask(path);
    }

    /// Shows the folder that a person has typed: absolute, from the home, or from here.
    void goTyped(String typed) {
        var text = typed.strip();
        if (text.length() > 1 && text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        boolean isServer = place.get() instanceof Place.OnServer;
        if (text.startsWith("~")) {
            go(place.get(), home.get() + text.substring(1));
        } else if (isServer && text.startsWith("/")) {
            go(place.get(), text.substring(1));
        } else if (text.startsWith("/") || isRooted(text)) {
            go(place.get(), text);
        } else {
            go(place.get(), PlacePaths.child(folder.get(), text));
        }
    }

    /// Shows the folder around this one; nothing happens in a topmost one.
    void up() {
        var from = folder.get();
        PlacePaths.parent(from)
                .ifPresent(
                        parent -> {
                            go(place.get(), parent);
                            wanted = from;
                        });
    }

    boolean isTop() {
        return PlacePaths.parent(folder.get()).isEmpty();
    }

    /// Looks again. A question that is under way is not asked twice.
    void refresh() {
        if (isBegun && !isAsking) {
            ask(folder.get());
        }
    }

    private record Answer(String home, String folder, List<FileEntry> entries) {}

    private void ask(@Nullable String path) {
        long number = ++question;
        var where = place.get();
        isAsking = true;
        port.background()
                .execute(
                        () -> {
                            Runnable told;
                            try {
                                var files = port.at(where);
                                var base = files.home();
                                var target = path == null ? base : path;
                                var answer = new Answer(base, target, files.list(target));
                                told = () -> show(answer);
                            } catch (FilesException e) {
                                var why = words(where, e);
                                told = () -> fail(why);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                                return;
                            }
                            answer(number, told);
                        });
    }

    private void answer(long number, Runnable told) {
        port.fx()
                .execute(
                        () -> {
                            if (number == question) {
                                isAsking = false;
                                told.run();
                            }
                        });
    }

    private void show(Answer answer) {
        home.set(answer.home());
        folder.set(answer.folder());
        state.set(new State.Shown());
        if (!answer.entries().equals(all)) {
            all = answer.entries();
            arrange();
        }
        choose();
    }

    private void fail(Explanation why) {
        forget();
        state.set(new State.Failed(why));
    }

    private void forget() {
        all = List.of();
        rows.set(List.of());
    }

    private void choose() {
        var path = wanted;
        wanted = null;
        rows.get().stream().filter(it -> it.path().equals(path)).findFirst().ifPresent(chooser);
    }

    private void arrange() {
        rows.set(order.get().arranged(all, hidden.get()));
    }

    // ---- changing

    private interface Change {
        void in(PlaceFiles files) throws FilesException, InterruptedException;
    }

    /// Makes a folder.
    void makeFolder(String name) {
        var path = PlacePaths.child(folder.get(), name);
        change(files -> files.makeFolder(path), path);
    }

    /// Returns a name that nothing in the folder has.
    String freeName(String wish) {
        return FreeNames.in(all.stream().map(FileEntry::name).toList()).free(wish);
    }

    /// Gives a thing another name; names with a slash are none.
    void rename(FileEntry entry, String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.equals(entry.name())) {
            return;
        }
        if (stripped.contains("/")) {
            trouble.set(new FilesProblemWords().badName(stripped));
            return;
        }
        var path = PlacePaths.child(parent(entry), stripped);
        change(files -> files.rename(entry.path(), path), path);
    }

    private static String parent(FileEntry entry) {
        return PlacePaths.parent(entry.path()).orElse("");
    }

    /// Moves things into another folder of the same place.
    void move(List<FileEntry> entries, String target) {
        change(
                files -> {
                    for (var each : entries) {
                        if (PlacePaths.isWithin(target, each.path())) {
                            continue; // a folder that was dropped on itself
                        }
                        files.rename(each.path(), PlacePaths.child(target, each.name()));
                    }
                },
                null);
    }

    /// Deletes things, which a person has agreed to.
    void delete(List<FileEntry> entries) {
        change(
                files -> {
                    for (var each : entries) {
                        files.delete(each);
                    }
                },
                null);
    }

    /// Returns what becomes of deleted things; empty while nobody has looked.
    Optional<PlaceFiles.Removal> removal() {
        return state.get() instanceof State.Shown
                ? Optional.of(port.at(place.get()).removal())
                : Optional.empty();
    }

    /// @param choose path of what is chosen afterwards; null for nothing
    private void change(Change change, @Nullable String choose) {
        trouble.set(null);
        var where = place.get();
        port.background()
                .execute(
                        () -> {
                            var why = outcome(change, where);
                            port.fx().execute(() -> changed(where, why, choose));
                        });
    }

    private @Nullable Explanation outcome(Change change, Place where) {
        try {
            change.in(port.at(where));
            return null;
        } catch (FilesException e) {
            return words(where, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void changed(Place where, @Nullable Explanation why, @Nullable String choose) {
        if (where.equals(place.get())) {
            trouble.set(why);
            wanted = why == null ? choose : null;
            ask(folder.get());
        }
    }

    /// Tells of something that was not done with what is shown.
    void tell(Place where, FilesException e) {
        trouble.set(words(where, e));
    }

    /// Puts the words about the last thing away.
    void putAway() {
        trouble.set(null);
    }

    private static Explanation words(Place where, FilesException e) {
        return new FilesProblemWords().explain(PlaceWords.of(where), e.problem());
    }
}
