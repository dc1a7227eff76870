package org.cellist.app.snippets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFile.Access;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;

/// The snippets of a person's folder, and those that come with the program.
///
/// Thread-safe. Blocking; call it on virtual threads.
public final class SnippetShelf {

    /// The notebook that snippets are saved to.
    public static final String OWN = "My snippets.ipynb";

    private static final String ENDING = ".ipynb";
    private static final int MOST_FILES = 200;

    private final Path folder;
    private final NotebookFiles files = new NotebookFiles();
    private final ReentrantLock saving = new ReentrantLock();

    /// @param folder need not be there yet
    public SnippetShelf(Path folder) {
        this.folder = folder;
    }

    /// What was read. Immutable.
    ///
    /// @param snippets the person's first, in the order of the files' names
    /// @param unread why files of the folder could not be read; one does not hurt the others
    public record Read(List<Snippet> snippets, List<OpenOutcome> unread) {
        public Read {
            snippets = List.copyOf(snippets);
            unread = List.copyOf(unread);
        }
    }

    /// How saving a snippet ended. Immutable.
    public sealed interface Saved {

        record Done() implements Saved {}

        /// The notebook of the person's snippets cannot be read, and stays as it is.
        record Unread(OpenOutcome why) implements Saved {}

        /// The notebook may only be looked at, or was made by an older Jupyter.
        record Guarded(Path file) implements Saved {}

        record Failed(SaveOutcome why) implements Saved {}
    }

    /// Reads all snippets.
    ///
    /// @param locale in which language those of the program are
    public Read read(Locale locale) {
        var snippets = new ArrayList<Snippet>();
        var unread = new ArrayList<OpenOutcome>();
        for (var file : notebooks(unread)) {
            switch (files.open(file)) {
                case OpenOutcome.Opened(var opened) ->
                        snippets.addAll(SnippetNotebook.read(opened.notebook(), name(file)));
                case OpenOutcome.NotANotebook refused -> unread.add(refused);
                case OpenOutcome.Unreadable refused -> unread.add(refused);
            }
        }
        snippets.addAll(SnippetNotebook.read(builtIn(locale), "Cellist"));
        return new Read(snippets, unread);
    }

    private List<Path> notebooks(List<OpenOutcome> unread) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(SnippetShelf::isNotebook).sorted().limit(MOST_FILES).toList();
        } catch (IOException | UncheckedIOException e) {
            var why = String.valueOf(e.getMessage());
            unread.add(new OpenOutcome.Unreadable(folder, OpenOutcome.Reason.OTHER, why));
            return List.of();
        }
    }

    private static boolean isNotebook(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    private static String name(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    /// Returns the notebook that comes with the program.
    static Notebook builtIn(Locale locale) {
        var isKorean = locale.getLanguage().equals(Locale.KOREAN.getLanguage());
        var name = isKorean ? "snippets_ko.ipynb" : "snippets.ipynb";
        try (var stream = SnippetShelf.class.getResourceAsStream(name)) {
            if (stream != null
                    && new NotebookReader().read(stream.readAllBytes())
                            instanceof ReadOutcome.Editable(var notebook, _)) {
                return notebook;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(name + " is missing or broken");
    }

    /// Makes the folder, so that it can be shown.
    ///
    /// @return why it could not be made; empty if it is there
    public Optional<SaveOutcome.NotSaved> makeFolder() {
        return files.makeFolder(folder);
    }

    public Path folder() {
        return folder;
    }

    /// Adds a snippet to the end of the person's own notebook.
    public Saved save(String title, List<Cell> cells) {
        saving.lock();
        try {
            var missing = makeFolder();
            return missing.isPresent()
                    ? new Saved.Failed(missing.get())
                    : append(folder.resolve(OWN), title, cells);
        } finally {
            saving.unlock();
        }
    }

    private Saved append(Path path, String title, List<Cell> cells) {
        return switch (files.open(path)) {
            case OpenOutcome.Opened(var file) ->
                    file.access() instanceof Access.Writable
                            ? saved(files.save(file, with(file, title, cells)))
                            : new Saved.Guarded(path);
            case OpenOutcome.Unreadable(_, var reason, _)
                    when reason == OpenOutcome.Reason.MISSING -> {
                var empty =
                        new NotebookFile(
                                path, NewNotebook.empty(), null, new Access.Writable(), List.of());
                yield saved(files.saveAnew(empty, with(empty, title, cells)));
            }
            case OpenOutcome.Unreadable refused -> new Saved.Unread(refused);
            case OpenOutcome.NotANotebook refused -> new Saved.Unread(refused);
        };
    }

    private static Notebook with(NotebookFile file, String title, List<Cell> cells) {
        return SnippetNotebook.with(file.notebook(), title, cells);
    }

    private static Saved saved(NotebookFiles.Result result) {
        return result.outcome() instanceof SaveOutcome.Saved
                ? new Saved.Done()
                : new Saved.Failed(result.outcome());
    }
}
