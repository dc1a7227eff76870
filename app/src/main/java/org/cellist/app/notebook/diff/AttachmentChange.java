package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.MimeBundle;
import org.jspecify.annotations.Nullable;

/// One attached file that differs, came or went. Immutable.
///
/// @param name the attachment's name, a key and never a path
public record AttachmentChange(String name, List<MimeChange> changes) {

    public AttachmentChange {
        changes = List.copyOf(changes);
    }

    static List<AttachmentChange> between(
            Map<String, MimeBundle> before, Map<String, MimeBundle> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var changes = new ArrayList<AttachmentChange>();
        for (var name : names) {
            var differing = MimeChange.between(content(before.get(name)), content(after.get(name)));
            if (!differing.isEmpty()) {
                changes.add(new AttachmentChange(name, differing));
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable OutputContent content(@Nullable MimeBundle bundle) {
        return bundle == null ? null : OutputContent.of(bundle);
    }
}
