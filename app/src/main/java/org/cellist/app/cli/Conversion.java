package org.cellist.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.export.HtmlExporter;
import org.cellist.app.export.MarkdownExporter;
import org.cellist.app.export.ScriptExporter;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// One notebook to be written in another form. Immutable.
///
/// @param file where it is written; null to make up the name
/// @param folder where it is written under a name made up; null for the notebook's own
record Conversion(Path source, ConvertFormat format, @Nullable Path file, @Nullable Path folder) {

    /// Returns the file that is written: the notebook's name with another ending.
    Path target(Notebook notebook) {
        if (file != null) {
            return file;
        }
        var name = stem(source) + format.ending(notebook);
        return folder == null ? source.resolveSibling(name) : folder.resolve(name);
    }

    private static String stem(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("\\.ipynb$", "");
    }

    /// Writes the file, whole or not at all.
    ///
    /// @return what went wrong, in a person's words; null if nothing did
    @Nullable String write(NotebookFile read, Path target) {
        var texts = Texts.of("cli");
        var problem = folder == null ? null : inWords(target, files().makeFolder(folder));
        if (problem != null) {
            return problem;
        }
        var refusal = whyNotOver(read, target, texts);
        if (refusal != null) {
            return texts.get("unwritable", target, refusal);
        }
        return switch (format) {
            case NOTEBOOK -> save(read, target);
            case SCRIPT -> save(target, new ScriptExporter().export(read.notebook()));
            case HTML -> save(target, new HtmlExporter().export(read.notebook(), stem(source)));
            case MARKDOWN -> saveMarkdown(read.notebook(), target);
        };
    }

    private @Nullable String whyNotOver(NotebookFile read, Path target, Texts texts) {
        if (!RealPath.of(source).equals(RealPath.of(target))) {
            return null;
        }
        return format == ConvertFormat.NOTEBOOK
                ? NotebookSource.whyNotInPlace(read)
                : texts.get("convert.itself");
    }

    private static NotebookFiles files() {
        return new NotebookFiles();
    }

    private static @Nullable String save(NotebookFile read, Path target) {
        return inWords(target, files().saveAs(read, read.notebook(), target).outcome());
    }

    private static @Nullable String save(Path target, String text) {
        return inWords(target, files().export(target, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable String inWords(Path target, Optional<? extends SaveOutcome> outcome) {
        return outcome.isEmpty() ? null : inWords(target, outcome.get());
    }

    private static @Nullable String inWords(Path target, SaveOutcome outcome) {
        return outcome instanceof SaveOutcome.NotSaved problem
                ? Texts.of("cli").get("unwritable", target, new FileProblemWords().explain(problem))
                : null;
    }

    /// The pictures go first: a text without them would be of no use.
    private static @Nullable String saveMarkdown(Notebook notebook, Path target) {
        var name = String.valueOf(target.getFileName()).replaceFirst("\\.[^.]*$", "") + "_files";
        var exported = new MarkdownExporter().export(notebook, name);
        var pictures = target.resolveSibling(name);
        var problem =
                exported.files().isEmpty() ? null : inWords(pictures, files().makeFolder(pictures));
        for (var picture : exported.files().entrySet()) {
            if (problem == null) {
                var file = pictures.resolve(picture.getKey());
                problem = inWords(file, files().export(file, picture.getValue()));
            }
        }
        return problem == null ? save(target, exported.text()) : problem;
    }
}
