package org.cellist.app.ui.output.rich;

import java.util.List;
import java.util.Set;
import org.cellist.app.ui.output.latex.Formula;
import org.cellist.app.ui.output.table.DataGrid;
import org.jspecify.annotations.Nullable;

/// A piece of formatted text that has lines to itself. Immutable.
public sealed interface Block {

    /// Where lines begin or end.
    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// Lines of text.
    record Paragraph(List<Inline> content, Side side) implements Block {
        public Paragraph {
            content = List.copyOf(content);
        }
    }

    /// A heading.
    ///
    /// @param level 1 to 6
    record Heading(int level, List<Inline> content, Side side) implements Block {
        public Heading {
            content = List.copyOf(content);
        }
    }

    /// Text with its own line ends, in the letters of code.
    ///
    /// @param language as the author named it; may be empty
    record Code(String text, String language) implements Block {}

    /// Text with its own line ends and styles, in the letters of code.
    record Preformatted(List<Inline> content) implements Block {
        public Preformatted {
            content = List.copyOf(content);
        }
    }

    /// A list.
    ///
    /// @param start the first number; null for a list without numbers
    /// @param tight true when its items are not set apart
    record Listing(@Nullable Integer start, boolean tight, List<Item> items) implements Block {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /// An item of a list. Immutable.
    ///
    /// @param done whether a task is done; null for what is no task
    record Item(@Nullable Boolean done, List<Block> content) {
        public Item {
            content = List.copyOf(content);
        }
    }

    /// Words of somebody else.
    record Quote(List<Block> content) implements Block {
        public Quote {
            content = List.copyOf(content);
        }
    }

    /// A note or a warning that is set apart.
    ///
    /// @param kind `note`, `tip`, `important`, `warning` or `caution`
    record Admonition(String kind, List<Block> content) implements Block {

        /// What [#kind] may be.
        public static final Set<String> KINDS =
                Set.of("note", "tip", "important", "warning", "caution");

        public Admonition {
            content = List.copyOf(content);
        }
    }

    /// Text that can be folded away.
    record Details(List<Inline> summary, boolean open, List<Block> content) implements Block {
        public Details {
            summary = List.copyOf(summary);
            content = List.copyOf(content);
        }
    }

    /// A formula that stands by itself.
    record Maths(Formula formula) implements Block {}

    /// A horizontal line.
    record Rule() implements Block {}

    /// A table of formatted cells.
    record Tabular(Table table) implements Block {}

    /// A table of values.
    record Values(DataGrid grid) implements Block {}

    /// Returns a table as it is best drawn: a data frame, or one too large for formats, as values.
    /// Takes time when the table is large.
    static Block of(Table table) {
        return TableKind.isGrid(table) ? new Values(PlainTables.grid(table)) : new Tabular(table);
    }
}
