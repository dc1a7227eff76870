package org.cellist.app.storage;

import java.nio.file.Path;
import java.util.Locale;

/// What a file is opened as. Immutable.
public enum FileKind {
    NOTEBOOK(Integer.MAX_VALUE),
    MARKDOWN(FileKind.MOST_TEXT_BYTES),
    /// Values with commas or tabs between them.
    TABLE(128 << 20),
    PICTURE(128 << 20),
    /// Any other text.
    TEXT(FileKind.MOST_TEXT_BYTES);

    /// More than that no editor of this program writes in at the speed of a hand.
    public static final int MOST_TEXT_BYTES = 12 << 20;

    private final int mostBytes;

    FileKind(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// Returns what the name of a file says it is; text where it says nothing.
    public static FileKind of(Path file) {
        return switch (extension(file)) {
            case "ipynb" -> NOTEBOOK;
            case "md", "markdown" -> MARKDOWN;
            case "csv", "tsv" -> TABLE;
            case "png", "jpg", "jpeg", "gif", "webp", "svg" -> PICTURE;
            default -> TEXT;
        };
    }

    /// Returns what stands after the last dot of a name, in small letters; empty for nothing.
    public static String extension(Path file) {
        var name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Returns whether a name is that of a file of Python.
    public static boolean isPython(Path file) {
        return switch (extension(file)) {
            case "py", "pyi", "pyw" -> true;
            default -> false;
        };
    }

    /// Returns how large a file of this kind may be.
    int mostBytes() {
        return mostBytes;
    }
}
