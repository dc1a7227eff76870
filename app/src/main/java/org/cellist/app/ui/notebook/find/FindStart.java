package org.cellist.app.ui.notebook.find;

import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.CellId;

/// A place in a notebook from which a search goes on. Immutable.
///
/// @param part 0 for the source, 1 for the first output, and so on
/// @param offset in UTF-16 units of that part's text
public record FindStart(CellId cell, int part, int offset) {

    static FindStart at(Match match) {
        return new FindStart(match.cell(), part(match), match.start());
    }

    static int part(Match match) {
        return switch (match.part()) {
            case Match.Source _ -> 0;
            case Match.Output(var index) -> index + 1;
        };
    }
}
