package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cellist.app.notebook.format.CellNames;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// Merges two edits of one notebook.
///
/// The result is laid out as the local side's file: what the remote side did not change is written
/// there byte for byte.
///
/// Confined to one thread; used once.
public final class NotebookMerge {

    private static final int LONGEST_ID = 64;

    private final Notebook base;
    private final Notebook local;
    private final Notebook remote;
    private final Trios trios;
    private final List<MergeConflict> conflicts = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private NotebookMerge(Notebook base, Notebook local, Notebook remote) {
        this.base = base;
        this.local = local;
        this.remote = remote;
        this.trios = new Trios(base.cells(), local.cells(), remote.cells());
    }

    /// Merges what two sides made of one notebook.
    public static MergeOutcome of(Notebook base, Notebook local, Notebook remote) {
        return new NotebookMerge(base, local, remote).outcome();
    }

    private MergeOutcome outcome() {
        var metadata =
                new MetadataMerge(null, conflicts)
                        .merged(base.metadata(), local.metadata(), remote.metadata());
        var order = CellOrder.of(trios);
        var ids = ids(order);
        var merge = new CellMerge(conflicts);
        var cells = new ArrayList<Cell>();
        for (int trio : order) {
            var id = Objects.requireNonNull(ids.get(trio));
            cells.add(merge.merged(trios.get(trio), id));
            if (trios.isMovedApart(trio)) {
                conflicts.add(new MergeConflict.Move(id));
            }
        }
        var notebook = new Notebook(version(), metadata, cells, local.origin());
        return new MergeOutcome(notebook, conflicts);
    }

    private NbformatVersion version() {
        return local.version().compareTo(remote.version()) >= 0
                ? local.version()
                : remote.version();
    }

    /// Gives each cell of the result an id of its own; those of the local side go first.
    private Map<Integer, CellId> ids(List<Integer> order) {
        var ids = new HashMap<Integer, CellId>();
        for (int trio : order) {
            if (trios.get(trio).local() != null) {
                ids.put(trio, free(id(trios.get(trio))));
            }
        }
        for (int trio : order) {
            if (trios.get(trio).local() == null) {
                ids.put(trio, free(id(trios.get(trio))));
            }
        }
        return ids;
    }

    /// Of two names the one stays that the other side changed; a made-up one is no name.
    private static CellId id(Trio trio) {
        var ours = trio.local();
        var theirs = trio.remote();
        if (ours == null) {
            return trio.theRemote().id();
        }
        boolean isLeftAlone = !CellNames.isNamed(ours) || isSameId(trio.base(), ours);
        boolean isRenamed = theirs != null && CellNames.isNamed(theirs);
        return theirs != null && isRenamed && isLeftAlone ? theirs.id() : ours.id();
    }

    private static boolean isSameId(@Nullable Cell base, Cell ours) {
        return base != null && base.id().equals(ours.id());
    }

    private CellId free(CellId id) {
        var free = id.value();
        for (int i = 2; !taken.add(free); i++) {
            var ending = "-" + i;
            var most = Math.min(id.value().length(), LONGEST_ID - ending.length());
            free = id.value().substring(0, most) + ending;
        }
        return new CellId(free);
    }
}
