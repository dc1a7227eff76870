package org.cellist.app.notebook.diff;

import org.cellist.app.notebook.diff.MimeChange.PictureChange;
import org.cellist.app.notebook.diff.MimeChange.TextChange;
import org.cellist.app.notebook.diff.MimeChange.ValueChange;
import org.cellist.app.notebook.diff.Representation.Kind;
import org.jspecify.annotations.Nullable;

/// Chooses how a changed representation is told. Immutable.
final class MimeChanges {

    /// A longer value is told by its size alone.
    private static final int LONGEST_VALUE = 2_000;

    private MimeChanges() {}

    static MimeChange between(
            String type, @Nullable Representation before, @Nullable Representation after) {
        if (isOf(Kind.PICTURE, before) || isOf(Kind.PICTURE, after)) {
            return new PictureChange(type, size(type, before), size(type, after));
        }
        boolean isValue = isOf(Kind.VALUE, before) || isOf(Kind.VALUE, after);
        if (isValue && Math.max(text(before).length(), text(after).length()) > LONGEST_VALUE) {
            return new ValueChange(type, size(type, before), size(type, after));
        }
        boolean endsAlike = endsLine(before) && endsLine(after);
        return new TextChange(
                type,
                endsAlike
                        ? TextDiff.between(withoutEnd(text(before)), withoutEnd(text(after)))
                        : TextDiff.between(text(before), text(after)));
    }

    /// What is not there has no last line that could differ.
    private static boolean endsLine(@Nullable Representation part) {
        return part == null || part.text().endsWith("\n");
    }

    private static String withoutEnd(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    }

    private static boolean isOf(Kind kind, @Nullable Representation part) {
        return part != null && part.kind() == kind;
    }

    private static long size(String type, @Nullable Representation part) {
        return part == null ? -1 : part.sizeBytes(type);
    }

    private static String text(@Nullable Representation part) {
        return part == null ? "" : part.text();
    }
}
