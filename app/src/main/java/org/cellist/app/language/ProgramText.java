package org.cellist.app.language;

import java.util.Set;
import java.util.regex.Pattern;
import org.cellist.app.notebook.ipython.IpythonCell;

/// Makes the text of a cell one that any reader of Python can read, unit by unit.
///
/// Immutable.
final class ProgramText {

    /// Cell magics whose cell is run in the notebook's own names.
    private static final Set<String> RUN_HERE =
            Set.of("time", "timeit", "capture", "prun", "memit", "mprun", "lprun");

    private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%([\\w.!]+).*", Pattern.DOTALL);

    /// Python counts lines at these too; the protocol does not.
    private static final String OTHER_LINE_ENDS = "\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

    /// Letters that stand for what takes two UTF-16 units.
    private static final char FIRST_LETTER = '\u4e00';

    private ProgramText() {}

    /// Returns a text of the same length for a script, which is Python as it is.
    static String ofScript(String source) {
        return withOneCount(source);
    }

    /// Returns a text of the same length for a cell.
    static String ofCell(String source) {
        var magic = CELL_MAGIC.matcher(source);
        if (magic.matches() && !RUN_HERE.contains(magic.group(1))) {
            return " ".repeat(source.length());
        }
        return withOneCount(IpythonCell.of(source).python());
    }

    /// Some servers count code points and some UTF-16 units. In a text where each unit is a code
    /// point both agree: a pair becomes two letters, the same ones for the same pair, so that names
    /// stay names.
    private static String withOneCount(String text) {
        StringBuilder made = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isSurrogate(c);
            if (isPair || OTHER_LINE_ENDS.indexOf(c) >= 0) {
                made = made == null ? new StringBuilder(text) : made;
                made.setCharAt(i, isPair ? (char) (FIRST_LETTER + (c & 0x3ff)) : ' ');
            }
        }
        return made == null ? text : made.toString();
    }
}
