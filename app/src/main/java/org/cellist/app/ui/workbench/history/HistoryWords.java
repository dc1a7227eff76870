package org.cellist.app.ui.workbench.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;

/// Times and differences in a person's words. Immutable.
///
/// @param zone in which days begin
/// @param today the present day
record HistoryWords(Texts texts, ZoneId zone, LocalDate today) {

    /// Which the font of the window lacks.
    private static final char NARROW_SPACE = '\u202f';

    String day(LocalDate date) {
        if (date.equals(today)) {
            return texts.get("day.today");
        }
        return date.equals(today.minusDays(1))
                ? texts.get("day.yesterday")
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).format(date);
    }

    String time(Instant at) {
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);
        return time.format(at.atZone(zone)).replace(NARROW_SPACE, ' ');
    }

    String summary(Summary summary) {
        return switch (summary) {
            case Summary.Damaged _ -> texts.get("sum.damaged");
            case Summary.First(var cells) -> texts.get("sum.first", cells);
            case Summary.Cells cells -> cells(cells);
        };
    }

    private String cells(Summary.Cells cells) {
        var parts = new ArrayList<String>();
        if (cells.changed() > 0) {
            parts.add(texts.get("sum.changed", cells.changed()));
        }
        if (cells.added() > 0) {
            parts.add(texts.get("sum.added", cells.added()));
        }
        if (cells.removed() > 0) {
            parts.add(texts.get("sum.removed", cells.removed()));
        }
        return parts.isEmpty() ? texts.get("sum.notebook") : String.join(", ", parts);
    }

    /// Says what became of a cell since the version.
    String cell(CellDiff diff) {
        return switch (diff) {
            case CellDiff.Added _ -> texts.get("cell.added");
            case CellDiff.Removed _ -> texts.get("cell.removed");
            case CellDiff.Moved _ -> texts.get("cell.moved");
            case CellDiff.Changed changed ->
                    texts.get(changed.isMoved() ? "cell.moved.changed" : "cell.changed");
            case CellDiff.Same _ -> "";
        };
    }

    static String of(CellType type, Texts texts) {
        return switch (type) {
            case CODE -> texts.get("type.code");
            case MARKDOWN -> texts.get("type.text");
            case RAW -> texts.get("type.raw");
        };
    }
}
