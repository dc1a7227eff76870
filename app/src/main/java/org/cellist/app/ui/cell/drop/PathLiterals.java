package org.cellist.app.ui.cell.drop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cellist.app.notebook.ipython.IpythonCell;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.jspecify.annotations.Nullable;

/// Paths of files as literals of a language. Immutable.
///
/// A path below the notebook's folder is relative to it and has slashes, so that the notebook works
/// on another machine too; any other is absolute.
public final class PathLiterals {

    private static final String NOTEBOOK = ".ipynb";

    private PathLiterals() {}

    /// Returns whether files are to be named in code: a notebook is opened instead.
    public static boolean takes(List<Path> files) {
        return !files.isEmpty() && files.stream().noneMatch(PathLiterals::isNotebook);
    }

    private static boolean isNotebook(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(NOTEBOOK);
    }

    /// Returns literals with what stands between them in that language.
    ///
    /// @param folder the notebook's, null when it has none
    public static String of(List<Path> files, @Nullable Path folder, EditorLanguage language) {
        var between = language == EditorLanguage.BASH ? " " : ", ";
        return files.stream()
                .map(file -> literal(shown(file, folder), language))
                .collect(Collectors.joining(between));
    }

    /// Returns the language at a place of a code cell: a magic or a line for the shell has one of
    /// its own.
    public static EditorLanguage languageAt(String source, int offset, EditorLanguage notebooks) {
        if (notebooks != EditorLanguage.PYTHON) {
            return notebooks;
        }
        for (var part : IpythonCell.of(source).parts()) {
            if (part instanceof IpythonCell.Foreign(int start, int end, var language)
                    && start <= offset
                    && offset <= end) {
                return EditorLanguage.named(language);
            }
        }
        return notebooks;
    }

    private static String shown(Path file, @Nullable Path folder) {
        var path = file.toAbsolutePath().normalize();
        var base = folder == null ? null : folder.toAbsolutePath().normalize();
        if (base == null || !path.startsWith(base) || path.equals(base)) {
            return path.toString();
        }
        return StreamSupport.stream(base.relativize(path).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static String literal(String path, EditorLanguage language) {
        return switch (language) {
            case BASH -> '\'' + path.replace("'", "'\\''") + '\'';
            case SQL -> '\'' + path.replace("'", "''") + '\'';
            case HASH_COMMENTS -> '\'' + path.replace("\\", "\\\\").replace("'", "\\'") + '\'';
            case JULIA -> '"' + escaped(path).replace("$", "\\$") + '"';
            case PYTHON, JAVA, R, JAVASCRIPT, JSON, SLASH_COMMENTS -> '"' + escaped(path) + '"';
            case MARKDOWN, HTML, PLAIN -> path;
        };
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
