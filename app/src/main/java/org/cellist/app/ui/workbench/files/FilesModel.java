package org.cellist.app.ui.workbench.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.ui.workbench.files.FilesQuestions.Clash;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.jspecify.annotations.Nullable;

/// The files of a window: one folder that is shown, or two, and what is copied between places. They
/// stay when the window gets another view.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class FilesModel {

    private final PlacesFiles port;
    private final FolderModel first;
    private final ReadOnlyObjectWrapper<@Nullable FolderModel> second =
            new ReadOnlyObjectWrapper<>();
    private final TransfersModel transfers;

    /// Asks nobody yet.
    public FilesModel(PlacesFiles port) {
        this.port = port;
        this.first = new FolderModel(port);
        this.transfers = new TransfersModel(port, this::done);
    }

    List<Place> places() {
        return port.places();
    }

    FolderModel first() {
        return first;
    }

    /// The folder below the first one; null while only one is shown.
    ReadOnlyObjectProperty<@Nullable FolderModel> secondProperty() {
        return second.getReadOnlyProperty();
    }

    TransfersModel transfers() {
        return transfers;
    }

    /// Shows a second folder, or only one. The second one begins at another place than the first,
    /// if there is one.
    void toggleSecond() {
        if (second.get() != null) {
            second.set(null);
            return;
        }
        var other = new FolderModel(port);
        var place =
                places().stream()
                        .filter(it -> !it.equals(first.placeProperty().get()))
                        .findFirst()
                        .orElse(first.placeProperty().get());
        second.set(other);
        other.go(place, null);
    }

    /// Returns the other of two folders that are shown; null where there is one only.
    @Nullable FolderModel other(FolderModel one) {
        return one.equals(first) ? second.get() : first;
    }

    private void done(Transfer transfer) {
        var order = transfer.order();
        var folder = PlacePaths.parent(order.target()).orElse("");
        Stream.of(first, second.get())
                .filter(it -> it != null && it.placeProperty().get().equals(order.to()))
                .filter(it -> it.folderProperty().get().equals(folder))
                .forEach(FolderModel::refresh);
    }

    // ---- opening

    /// Opens a file; one of another machine is brought here first.
    ///
    /// @param then told where it lies on this computer
    void open(FolderModel from, FileEntry entry, Consumer<Path> then) {
        var place = from.placeProperty().get();
        if (place instanceof Place.Here) {
            then.accept(Path.of(entry.path()));
            return;
        }
        inBackground(
                from,
                place,
                () -> {
                    var fetch = port.begin(place, entry.path());
                    return () -> fetch(from, place, fetch, then);
                });
    }

    private void fetch(FolderModel from, Place place, AwayCopies.Fetch fetch, Consumer<Path> then) {
        if (!fetch.isWanted()) {
            then.accept(fetch.copy());
            return;
        }
        var order =
                new Transfer.Order(
                        place,
                        fetch.origin().path(),
                        new Place.Here(),
                        PlacePaths.of(fetch.copy()),
                        true);
        transfers.add(
                order,
                () ->
                        inBackground(
                                from,
                                place,
                                () -> {
                                    port.fetched(fetch);
                                    return () -> then.accept(fetch.copy());
                                }));
    }

    private interface Work {

        /// Blocks.
        ///
        /// @return what is done then, on the JavaFX Application Thread
        Runnable run() throws FilesException, InterruptedException;
    }

    private void inBackground(FolderModel from, Place place, Work work) {
        port.background()
                .execute(
                        () -> {
                            Runnable then;
                            try {
                                then = work.run();
                            } catch (FilesException e) {
                                then = () -> from.tell(place, e);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                                return;
                            }
                            port.fx().execute(then);
                        });
    }

    /// Looks which files of other machines have edits that are only here, because an earlier
    /// program ended before it could send them.
    ///
    /// @param then told where they lie on this computer, if there are any
    public void lookForUnsent(Consumer<List<Path>> then) {
        inBackground(
                first,
                new Place.Here(),
                () -> {
                    var unsent = port.unsent();
                    return () -> {
                        if (!unsent.isEmpty()) {
                            then.accept(unsent);
                        }
                    };
                });
    }

    // ---- copying

    /// What a person is asked before copies that are under way end.
    @FunctionalInterface
    public interface EndQuestion {

        /// Asks whether to stop them.
        ///
        /// @param count how many there are
        /// @param stop what is done if so
        void askTransfers(int count, Runnable stop);
    }

    /// Stops what is being copied together with what else is closed: asks first, and stops nothing
    /// before the others are closed.
    ///
    /// @param others closes what else there is, and goes on if all of it is
    /// @param then runs when all is closed
    public void closeAround(EndQuestion question, Consumer<Runnable> others, Runnable then) {
        Runnable all =
                () ->
                        others.accept(
                                () -> {
                                    transfers.stopAll();
                                    then.run();
                                });
        int active = transfers.active();
        if (active == 0) {
            all.run();
        } else {
            question.askTransfers(active, all);
        }
    }

    /// Things of one place. Immutable.
    ///
    /// @param paths of files and folders
    record Things(Place place, List<String> paths) {

        Things {
            paths = List.copyOf(paths);
        }

        static Things of(Place place, List<FileEntry> entries) {
            return new Things(place, entries.stream().map(FileEntry::path).toList());
        }
    }

    /// Copies things into a folder, after asking where names are taken there.
    void copy(Things things, Place to, String folder, FilesQuestions questions) {
        port.background()
                .execute(
                        () -> {
                            var there = namesIn(to, folder);
                            port.fx().execute(() -> copy(things, to, folder, there, questions));
                        });
    }

    /// What cannot be listed has no names that are taken; copying into it will say why.
    private List<String> namesIn(Place place, String folder) {
        try {
            return port.at(place).list(folder).stream().map(FileEntry::name).toList();
        } catch (FilesException _) {
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private void copy(
            Things things, Place to, String folder, List<String> there, FilesQuestions questions) {
        var names = FreeNames.in(there);
        var taken = things.paths().stream().map(PlacePaths::name).filter(names::isTaken).toList();
        boolean isOntoThemselves =
                things.place().equals(to)
                        && things.paths().stream()
                                .anyMatch(it -> PlacePaths.parent(it).orElse("").equals(folder));
        if (taken.isEmpty()) {
            start(things, to, folder, names, Clash.KEEP_BOTH);
        } else if (isOntoThemselves) {
            start(things, to, folder, names, Clash.KEEP_BOTH); // a copy beside it
        } else {
            questions.askClash(taken, how -> start(things, to, folder, names, how));
        }
    }

    private void start(Things things, Place to, String folder, FreeNames names, Clash clash) {
        for (var path : things.paths()) {
            boolean replaces = clash == Clash.REPLACE;
            var name = PlacePaths.name(path);
            var target = PlacePaths.child(folder, replaces ? name : names.free(name));
            transfers.add(new Transfer.Order(things.place(), path, to, target, replaces));
        }
    }

    /// Copies files of this computer into a folder.
    void upload(List<Path> files, FolderModel to, FilesQuestions questions) {
        var paths = new ArrayList<String>();
        files.forEach(it -> paths.add(PlacePaths.of(it)));
        copy(
                new Things(new Place.Here(), paths),
                to.placeProperty().get(),
                to.folderProperty().get(),
                questions);
    }
}
