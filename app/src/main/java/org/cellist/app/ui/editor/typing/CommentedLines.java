package org.cellist.app.ui.editor.typing;

import java.util.List;
import org.cellist.app.ui.editor.highlight.EditorLanguage;

/// Turns lines into comments and back. Blank lines stay as they are.
///
/// The marks of a block stand in one column, that of its least indented line.
///
/// Immutable.
final class CommentedLines {

    private final String start;
    private final String end;
    private final int column;
    private final boolean allCommented;

    CommentedLines(List<String> lines, EditorLanguage language) {
        this.start = language.commentStart();
        this.end = language.commentEnd();
        var written = lines.stream().filter(line -> !line.isBlank()).toList();
        this.column = written.stream().mapToInt(l -> Lines.indentOf(l).length()).min().orElse(0);
        this.allCommented = written.stream().allMatch(line -> line.strip().startsWith(start));
    }

    String toggled(String line) {
        if (line.isBlank() || start.isEmpty()) {
            return line;
        }
        return allCommented ? uncommented(line) : commented(line);
    }

    private String commented(String line) {
        var close = end.isEmpty() ? "" : " " + end;
        return line.substring(0, column) + start + " " + line.substring(column) + close;
    }

    private String uncommented(String line) {
        int at = line.indexOf(start);
        var rest = line.substring(at + start.length());
        var code = rest.startsWith(" ") ? rest.substring(1) : rest;
        if (!end.isEmpty() && code.stripTrailing().endsWith(end)) {
            var body = code.stripTrailing();
            code = body.substring(0, body.length() - end.length()).stripTrailing();
        }
        return line.substring(0, at) + code;
    }
}
