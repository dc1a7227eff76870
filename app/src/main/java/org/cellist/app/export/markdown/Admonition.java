package org.cellist.app.export.markdown;

import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.CustomBlock;

/// A part of a text that is set apart: a note, a warning. Confined to one parse.
final class Admonition extends CustomBlock {

    /// How it is set apart; each has a name in the texts of `output`.
    enum Kind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION;

        /// Returns the kind that a name means on GitHub or in MyST.
        static Optional<Kind> named(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "note", "admonition", "seealso" -> Optional.of(NOTE);
                case "tip", "hint" -> Optional.of(TIP);
                case "important" -> Optional.of(IMPORTANT);
                case "warning", "attention" -> Optional.of(WARNING);
                case "caution", "danger", "error" -> Optional.of(CAUTION);
                default -> Optional.empty();
            };
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final String title;

    /// @param title the author's; empty for the kind's own
    Admonition(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    Kind kind() {
        return kind;
    }

    String title() {
        return title;
    }
}
