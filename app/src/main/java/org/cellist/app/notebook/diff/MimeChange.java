package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One representation of an output or attachment that differs, came or went. Immutable.
public sealed interface MimeChange {

    /// The MIME type, or the name of a stream.
    String mimeType();

    /// A text, by line and word.
    record TextChange(String mimeType, TextDiff text) implements MimeChange {}

    /// A picture, sound, video or document.
    ///
    /// @param beforeBytes how large it was; -1 where there was none
    /// @param afterBytes how large it is; -1 where there is none
    record PictureChange(String mimeType, long beforeBytes, long afterBytes)
            implements MimeChange {}

    /// A value too large to be read.
    ///
    /// @param beforeBytes as JSON; -1 where there was none
    /// @param afterBytes as JSON; -1 where there is none
    record ValueChange(String mimeType, long beforeBytes, long afterBytes) implements MimeChange {}

    /// Returns what differs; null stands for what is not there.
    static List<MimeChange> between(@Nullable OutputContent before, @Nullable OutputContent after) {
        var types = new LinkedHashSet<String>();
        if (before != null) {
            types.addAll(before.parts().keySet());
        }
        if (after != null) {
            types.addAll(after.parts().keySet());
        }
        var changes = new ArrayList<MimeChange>();
        for (var type : types) {
            var left = before == null ? null : before.parts().get(type);
            var right = after == null ? null : after.parts().get(type);
            if (!Objects.equals(left, right)) {
                changes.add(MimeChanges.between(type, left, right));
            }
        }
        if (before != null && after != null && !before.type().equals(after.type())) {
            var text = TextDiff.between(before.type(), after.type());
            changes.add(new TextChange("output_type", text));
        }
        return List.copyOf(changes);
    }
}
