package org.cellist.app.notebook.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// A wish to change the notebook; the only way to change it. Immutable.
///
/// Undo steps are all but those of a kernel ([BeginRun], [ReplaceOutputs], [UpdateDisplay],
/// [DescribeLanguage]), [NameKernelspec], [SetCellView], [SetNotebookView] and [ReplaceNotebook].
public sealed interface NotebookEdit {

    /// Replaces `removedLength` characters (UTF-16 units) of a cell's source from `offset` on.
    ///
    /// @param editor the editor that shows the change already; null when none does
    record EditSource(
            CellId cell, int offset, int removedLength, String inserted, @Nullable EditorId editor)
            implements NotebookEdit {}

    /// Puts cells before the cell at `index`; `index` may be the number of cells.
    record InsertCells(int index, List<Cell> cells) implements NotebookEdit {
        public InsertCells {
            cells = List.copyOf(cells);
        }
    }

    /// Takes cells out.
    record RemoveCells(List<CellId> cells) implements NotebookEdit {
        public RemoveCells {
            cells = List.copyOf(cells);
        }
    }

    /// Moves cells, in their order, so that the first stands at `index` of the list without them.
    record MoveCells(List<CellId> cells, int index) implements NotebookEdit {
        public MoveCells {
            cells = List.copyOf(cells);
        }
    }

    /// Makes a cell another type. Outputs of a code cell go; undo brings them back.
    record ChangeCellType(CellId cell, CellType type) implements NotebookEdit {}

    record SetCellMetadata(CellId cell, JsonObject metadata) implements NotebookEdit {}

    /// Replaces what is attached to a cell of text.
    record SetAttachments(CellId cell, Map<String, MimeBundle> attachments)
            implements NotebookEdit {
        public SetAttachments {
            attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
        }
    }

    record SetNotebookMetadata(JsonObject metadata) implements NotebookEdit {}

    /// Metadata that say how a cell is shown: collapsed, its outputs hidden. No undo step: a person
    /// who takes typing back does not want sections to open and close.
    record SetCellView(CellId cell, JsonObject metadata) implements NotebookEdit {}

    /// Metadata of the notebook that say how it is shown, or what it computes on. No undo step.
    record SetNotebookView(JsonObject metadata) implements NotebookEdit {}

    /// Empties the outputs and execution counts of code cells, at a person's wish.
    record ClearOutputs(List<CellId> cells) implements NotebookEdit {
        public ClearOutputs {
            cells = List.copyOf(cells);
        }
    }

    /// Several edits that are undone together.
    record Group(List<NotebookEdit> edits) implements NotebookEdit {
        public Group {
            edits = List.copyOf(edits);
        }
    }

    /// A run of the cell begins: outputs and execution count are emptied, and from now on only
    /// outputs of this request are taken.
    record BeginRun(CellId cell, MessageId request) implements NotebookEdit {}

    /// The outputs of a run as they are now. Dropped when the cell was run again since; not shown
    /// when it was cleared or removed since, unless that is undone.
    record ReplaceOutputs(
            CellId cell, MessageId request, @Nullable Integer executionCount, CellOutputs outputs)
            implements NotebookEdit {}

    /// New contents for every output shown under that display id, whatever cell it is in.
    record UpdateDisplay(DisplayId displayId, MimeBundle data) implements NotebookEdit {}

    /// The kernelspec that a person picked, written as the notebook's own.
    record NameKernelspec(JsonObject kernelspec) implements NotebookEdit {}

    /// What the kernel says of its language, written where the notebook says nothing.
    record DescribeLanguage(JsonObject languageInfo) implements NotebookEdit {}

    /// The file changed on disk and was read again. Cells without an id of their own in the file
    /// keep the one they had, matched by content. What ended runs still say is not shown any more.
    ///
    /// @param running the cell whose run goes on, and will show all of its outputs; null if none
    /// @param isStep whether a person wanted it, and can take it back; else the undo history is
    /// forgotten
    record ReplaceNotebook(Notebook notebook, @Nullable CellId running, boolean isStep)
            implements NotebookEdit {}
}
