package org.cellist.app.notebook.merge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cellist.app.notebook.diff.OutputContent;
import org.cellist.app.notebook.model.CellId;
import org.cellist.kernel.protocol.MimeBundle;
import org.jspecify.annotations.Nullable;

/// Attachments merged by name. Of two different ones the remote gets another name, so that both
/// are there.
///
/// Confined to one thread; used once.
final class AttachmentsMerge {

    private final CellId cell;
    private final List<MergeConflict> conflicts;
    private final Map<String, MimeBundle> merged = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    /// @param conflicts where conflicts are added
    AttachmentsMerge(CellId cell, List<MergeConflict> conflicts) {
        this.cell = cell;
        this.conflicts = conflicts;
    }

    Map<String, MimeBundle> merged(
            Map<String, MimeBundle> base,
            Map<String, MimeBundle> local,
            Map<String, MimeBundle> remote) {
        names.addAll(local.keySet());
        names.addAll(remote.keySet());
        for (var name : Set.copyOf(names).stream().sorted().toList()) {
            merge(name, base.get(name), local.get(name), remote.get(name));
        }
        return inOrder(local, remote);
    }

    private void merge(
            String name,
            @Nullable MimeBundle base,
            @Nullable MimeBundle local,
            @Nullable MimeBundle remote) {
        if (same(local, remote) || same(remote, base)) {
            put(name, local);
        } else if (same(local, base)) {
            put(name, remote);
        } else if (local == null || remote == null) {
            put(name, local == null ? remote : local);
            conflicts.add(new MergeConflict.Attachment(cell, name, name));
        } else {
            var keptAs = free(name);
            put(name, local);
            put(keptAs, remote);
            conflicts.add(new MergeConflict.Attachment(cell, name, keptAs));
        }
    }

    private void put(String name, @Nullable MimeBundle bundle) {
        if (bundle != null) {
            merged.put(name, bundle);
        }
    }

    private static boolean same(@Nullable MimeBundle one, @Nullable MimeBundle other) {
        return Objects.equals(one, other)
                || (one != null
                        && other != null
                        && OutputContent.of(one).equals(OutputContent.of(other)));
    }

    private String free(String name) {
        int dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var ending = dot > 0 ? name.substring(dot) : "";
        var free = stem + "-remote" + ending;
        for (int i = 2; !names.add(free); i++) {
            free = stem + "-remote-" + i + ending;
        }
        return free;
    }

    /// The local side's order, then the remote one's, then what was renamed.
    private Map<String, MimeBundle> inOrder(
            Map<String, MimeBundle> local, Map<String, MimeBundle> remote) {
        var order = new LinkedHashSet<>(local.keySet());
        order.addAll(remote.keySet());
        order.addAll(names);
        var ordered = new LinkedHashMap<String, MimeBundle>();
        for (var name : order) {
            var bundle = merged.get(name);
            if (bundle != null) {
                ordered.put(name, bundle);
            }
        }
        return ordered;
    }
}
