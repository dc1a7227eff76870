package org.cellist.app.notebook.format;

import org.cellist.app.notebook.format.layout.ObjectSplicer;
import org.cellist.app.notebook.format.layout.Slot;
import org.cellist.app.notebook.format.layout.Splices;
import org.cellist.app.notebook.format.layout.StyledJson;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Notebook;

/// Writes a notebook so that only what was changed differs from the file it came from.
///
/// An unchanged notebook is its file, byte for byte. A changed cell differs in the slots that
/// changed; cells that came, went or moved leave the bytes of the others alone. New parts
/// follow the file's own layout.
///
/// Thread-safe.
public final class NotebookWriter {

    /// Returns what to write.
    ///
    /// @param notebook one that [NotebookReader] or [NewNotebook] made, or an edit of it
    /// @throws IllegalArgumentException if the notebook was made in no such way
    public NotebookBytes write(Notebook notebook) {
        if (!(notebook.origin() instanceof FileSpans spans)) {
            throw new IllegalArgumentException("a notebook without a file's layout");
        }
        return new Run(notebook, spans).bytes();
    }

    /// One writing of one notebook.
    private static final class Run {

        private static final int MEMBER_DEPTH = 1;
        private static final int CELL_DEPTH = 2;

        private final Notebook notebook;
        private final FileSpans spans;
        private final byte[] file;
        private final Splices out;
        private final CellEncoder encoder;

        Run(Notebook notebook, FileSpans spans) {
            this.notebook = notebook;
            this.spans = spans;
            this.file = spans.bytes().array();
            this.out = new Splices(file);
            this.encoder = new CellEncoder(spans, notebook.version(), out);
        }

        /// Parts that the file lacks come after the cells.
        NotebookBytes bytes() {
            int cellsFrom = spans.cellsArray().from();
            boolean metadataFirst = isBefore(spans.metadata(), cellsFrom);
            var minor = spans.version().minor();
            boolean minorFirst = isBefore(minor, cellsFrom);
            int at = writeHeads(0, minorFirst, metadataFirst);
            out.keep(at, cellsFrom);
            writeCells();
            at = writeHeads(spans.cellsArray().to(), !minorFirst, !metadataFirst);
            out.keep(at, file.length);
            return new NotebookBytes(out.segments());
        }

        private static boolean isBefore(Slot slot, int place) {
            return slot.isPresent() && slot.from() < place;
        }

        /// Writes the version and the metadata, in the order in which they stand.
        private int writeHeads(int from, boolean hasMinor, boolean hasMetadata) {
            var minor = spans.version().minor();
            boolean minorFirst = hasMinor && isBefore(minor, spans.metadata().from());
            int at = from;
            at = minorFirst ? writeMinor(at) : at;
            at = hasMetadata ? writeMetadata(at) : at;
            return hasMinor && !minorFirst ? writeMinor(at) : at;
        }

        /// Writes what lies before the minor version and that; returns where the file goes on.
        private int writeMinor(int at) {
            var said = spans.version();
            if (notebook.version().equals(said.value())) {
                return at; // the file's bytes are kept with what follows
            }
            var number = Integer.toString(notebook.version().minor());
            if (!said.minor().isPresent()) {
                var layout = spans.layout();
                out.add(layout.itemSeparator() + layout.breakAt(MEMBER_DEPTH));
                out.add("\"nbformat_minor\"" + layout.nameSeparator() + number);
                return at;
            }
            out.keep(at, said.minor().from());
            out.add(number);
            return said.minor().to();
        }

        /// Writes what lies before the metadata and the metadata; returns where the file goes on.
        private int writeMetadata(int at) {
            var slot = spans.metadata();
            if (notebook.metadata().isSameInOrder(spans.metadataValue())) {
                return at; // the file's bytes are kept with what follows
            }
            var layout = spans.layout();
            if (!slot.isPresent()) {
                out.add(layout.itemSeparator() + layout.breakAt(MEMBER_DEPTH));
                out.add("\"metadata\"" + layout.nameSeparator());
                out.add(StyledJson.of(notebook.metadata(), layout, MEMBER_DEPTH));
                return at;
            }
            out.keep(at, slot.from());
            if (file[slot.from()] == '{') {
                var splicer = new ObjectSplicer(file, layout, out);
                splicer.merge(slot, spans.metadataValue(), notebook.metadata(), MEMBER_DEPTH);
            } else {
                out.add(StyledJson.of(notebook.metadata(), layout, MEMBER_DEPTH));
            }
            return slot.to();
        }

        private void writeCells() {
            var array = spans.cellsArray();
            if (notebook.cells().isEmpty()) {
                if (spans.cells().isEmpty()) {
                    out.keep(array.from(), array.to());
                } else {
                    out.add("[]");
                }
                return;
            }
            boolean first = true;
            for (var cell : notebook.cells()) {
                writeGap(cell, first);
                encoder.write(cell);
                first = false;
            }
            if (spans.cells().isEmpty()) {
                out.add(spans.layout().breakAt(MEMBER_DEPTH) + "]");
            } else {
                out.keep(spans.cells().getLast().to(), array.to());
            }
        }

        /// Writes what stands before a cell: the bracket or comma, and white space.
        private void writeGap(Cell cell, boolean first) {
            var cells = spans.cells();
            int arrayFrom = spans.cellsArray().from();
            var span = encoder.spanOf(cell);
            if (cells.isEmpty()) {
                var layout = spans.layout();
                out.add(first ? "[" : layout.itemSeparator());
                out.add(layout.breakAt(CELL_DEPTH));
            } else if (first) {
                out.keep(arrayFrom, cells.getFirst().from());
            } else if (span != null && span.index() > 0) {
                out.keep(cells.get(span.index() - 1).to(), span.whole().from());
            } else if (cells.size() > 1) {
                out.keep(cells.get(0).to(), cells.get(1).from());
            } else {
                int from = arrayFrom + 1;
                var layout = spans.layout();
                var space = Slot.text(file, from, cells.getFirst().from());
                out.add(layout.itemSeparator() + space);
            }
        }
    }
}
