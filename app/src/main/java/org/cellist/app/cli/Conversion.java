package org.cellist.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /// Writes the file.
    ///
    /// @return what went wrong, in a person's words; null if nothing did
    @Nullable String write(NotebookFile read, Path target) {
        var texts = Texts.of("cli");
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(target) && Files.isSameFile(source, target)) {
                var refusal =
                        format == ConvertFormat.NOTEBOOK
                                ? NotebookSource.whyNotInPlace(read)
                                : texts.get("convert.itself");
                if (refusal != null) {
                    return texts.get("unwritable", target, refusal);
                }
            }
            return switch (format) {
                case NOTEBOOK -> save(read, target, texts);
                case SCRIPT -> {
                    Files.writeString(target, new ScriptExporter().export(read.notebook()));
                    yield null;
                }
                case HTML -> {
                    var page = new HtmlExporter().export(read.notebook(), stem(source));
                    Files.writeString(target, page);
                    yield null;
                }
                case MARKDOWN -> {
                    writeMarkdown(read.notebook(), target);
                    yield null;
                }
            };
        } catch (IOException e) {
            return texts.get("unwritable", target, e);
        }
    }

    private static @Nullable String save(NotebookFile read, Path target, Texts texts) {
        var outcome = new NotebookFiles().saveAs(read, read.notebook(), target).outcome();
        return outcome instanceof SaveOutcome.NotSaved problem
                ? texts.get("unwritable", target, new FileProblemWords().explain(problem))
                : null;
    }

    private static void writeMarkdown(Notebook notebook, Path target) throws IOException {
        var name = String.valueOf(target.getFileName()).replaceFirst("\\.[^.]*$", "") + "_files";
        var exported = new MarkdownExporter().export(notebook, name.replace(' ', '_'));
        if (!exported.files().isEmpty()) {
            var pictures = target.resolveSibling(name.replace(' ', '_'));
            Files.createDirectories(pictures);
            for (var picture : exported.files().entrySet()) {
                Files.write(pictures.resolve(picture.getKey()), picture.getValue());
            }
        }
        Files.writeString(target, exported.text());
    }
}
