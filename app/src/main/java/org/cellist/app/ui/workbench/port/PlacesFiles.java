package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.PlaceFiles;

/// The files of this computer, of the machines over SSH and of the Jupyter servers that a person
/// knows.
///
/// Thread-safe, but for [#places].
public interface PlacesFiles {

    /// There is no place.
    PlacesFiles NONE =
            new PlacesFiles() {
                @Override
                public List<Place> places() {
                    return List.of();
                }

                @Override
                public PlaceFiles at(Place place) {
                    throw new IllegalArgumentException(place.toString());
                }

                @Override
                public AwayCopies.Fetch begin(Place place, String path) {
                    throw new IllegalArgumentException(place.toString());
                }

                @Override
                public void fetched(AwayCopies.Fetch fetch) {
                    throw new IllegalArgumentException(fetch.toString());
                }

                @Override
                public List<Path> unsent() {
                    return List.of();
                }

                @Override
                public Executor background() {
                    return _ -> {};
                }

                @Override
                public Executor fx() {
                    return _ -> {};
                }
            };

    /// Returns the places, this machine first. On the JavaFX Application Thread.
    List<Place> places();

    /// Returns the files of one of them. May block for a moment; asks nobody yet.
    PlaceFiles at(Place place);

    /// Looks what opening a file of another machine needs. Blocks.
    AwayCopies.Fetch begin(Place place, String path) throws FilesException, InterruptedException;

    /// Remembers that it was brought here. Blocks.
    void fetched(AwayCopies.Fetch fetch) throws FilesException, InterruptedException;

    /// Returns the copies of other machines' files that an earlier program changed and could not
    /// send back. Blocks.
    List<Path> unsent() throws FilesException, InterruptedException;

    /// Runs what may take time.
    Executor background();

    /// Runs tasks on the JavaFX Application Thread.
    Executor fx();
}
