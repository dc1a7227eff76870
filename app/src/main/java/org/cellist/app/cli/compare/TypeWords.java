package org.cellist.app.cli.compare;

import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;

/// The types of cells in a person's words. Immutable.
record TypeWords(Texts texts) {

    String of(CellType type) {
        return switch (type) {
            case CODE -> texts.get("type.code");
            case MARKDOWN -> texts.get("type.markdown");
            case RAW -> texts.get("type.raw");
        };
    }
}
