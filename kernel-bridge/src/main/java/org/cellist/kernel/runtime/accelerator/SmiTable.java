package org.cellist.kernel.runtime.accelerator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table of `nvidia-smi`: a line that names the columns, then a line for each thing.
///
/// @param rows the cells by the names of their columns, without units
/// @param isCut whether a line had fewer cells than there are columns, which is left out
///
/// Immutable.
record SmiTable(List<Map<String, String>> rows, boolean isCut) {

    private static final long MEBIBYTE = 1 << 20;

    /// Reads a table; empty where there is no line that names that column. Lines before it are
    /// warnings.
    static Optional<SmiTable> read(String text, String column) {
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var names = names(lines.get(i));
            if (names.size() > 1 && names.contains(column)) {
                return Optional.of(read(names, lines.subList(i + 1, lines.size())));
            }
        }
        return Optional.empty();
    }

    /// `memory.total [MiB]` is the column `memory.total`.
    private static List<String> names(String line) {
        return cells(line).stream().map(it -> it.replaceFirst("\\s*\\[.*]$", "")).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private static SmiTable read(List<String> names, List<String> lines) {
        var rows = new ArrayList<Map<String, String>>();
        boolean isCut = false;
        for (var line : lines) {
            var cells = cells(line);
            if (cells.size() == names.size()) {
                var row = new HashMap<String, String>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                rows.add(row);
            } else {
                isCut = isCut || !line.isBlank();
            }
        }
        return new SmiTable(rows, isCut);
    }

    /// Returns the text of a cell, unless it says that the driver does not tell.
    static Optional<String> known(String cell) {
        boolean isUnknown = cell.isEmpty() || cell.startsWith("[") || cell.equals("N/A");
        return isUnknown ? Optional.empty() : Optional.of(cell);
    }

    /// Returns the whole number that a cell begins with; negative where there is none.
    static long number(@Nullable String cell) {
        var digits = cell == null ? "" : cell.replaceFirst("\\D.*$", "");
        return digits.isEmpty() || digits.length() > 15 ? -1 : Long.parseLong(digits);
    }

    /// Returns the bytes of `81920 MiB`; negative where it says nothing.
    static long bytes(@Nullable String cell) {
        long number = number(cell);
        return number < 0 ? -1 : number * MEBIBYTE;
    }
}
