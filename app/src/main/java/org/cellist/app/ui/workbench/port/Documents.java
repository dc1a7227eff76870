package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Opens files, makes notebooks, and remembers which ones were open.
///
/// Confined to the JavaFX Application Thread.
public interface Documents {

    /// Opens a file as what its name says it is.
    void open(Path file, Consumer<Opened> then);

    /// Makes an empty notebook that has no file yet.
    Document create();

    /// Opens a file as text, for a person who wants to see what a refused one contains.
    void openText(Path file, Consumer<Opened> then);

    /// The files opened and saved last, the newest first; one that is found gone leaves the list.
    List<Path> recent();

    /// The kernels that run, with a window or without one.
    default RunningKernels kernels() {
        return RunningKernels.NONE;
    }

    /// What this machine has, and what notebooks take of it.
    default Resources resources() {
        return Resources.NONE;
    }

    /// Where terminals can be had.
    default Terminals terminals() {
        return Terminals.NONE;
    }

    /// The files of the places where notebooks run.
    default PlacesFiles files() {
        return PlacesFiles.NONE;
    }

    /// How opening ended. Immutable.
    sealed interface Opened {

        record Ready(Document document) implements Opened {}

        record Refused(Refusal refusal) implements Opened {}
    }

    /// Why a file cannot be shown, in a person's words. Immutable.
    ///
    /// @param happened what was found
    /// @param meaning what that means for the person
    /// @param remedy what to do next
    /// @param details for a report, such as the position in the file; may be empty
    /// @param readable whether it can be opened as text
    record Refusal(
            Path file,
            String happened,
            String meaning,
            String remedy,
            String details,
            boolean readable) {}
}
