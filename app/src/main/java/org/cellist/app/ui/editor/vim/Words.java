package org.cellist.app.ui.editor.vim;

/// Where words begin and end; a big word is all between blanks. An empty line is a word.
///
/// Immutable.
record Words(Lines lines, boolean isBig) {

    private int kind(int at) {
        int c = lines.text().codePointAt(at);
        if (Character.isWhitespace(c)) {
            return 0;
        }
        return isBig || Character.isLetterOrDigit(c) || c == '_' ? 1 : 2;
    }

    boolean isBlank(int at) {
        return at >= lines.length() || kind(at) == 0;
    }

    private boolean isEmptyLine(int at) {
        return at < lines.length() && lines.isEmpty(at);
    }

    int next(int from) {
        int at = from;
        if (!isBlank(at)) {
            at = runEnd(at);
        } else if (isEmptyLine(at)) {
            at++;
        }
        while (at < lines.length() && kind(at) == 0 && !isEmptyLine(at)) {
            at = lines.next(at);
        }
        return at;
    }

    /// Returns the offset behind the run of one kind of characters.
    int runEnd(int from) {
        int kind = kind(from);
        int at = from;
        while (at < lines.length() && kind(at) == kind && (kind != 0 || !isLineEnd(at))) {
            at = lines.next(at);
        }
        return at;
    }

    int runStart(int from) {
        int kind = kind(from);
        int at = from;
        while (at > 0
                && kind(lines.previous(at)) == kind
                && (kind != 0 || !isLineEnd(lines.previous(at)))) {
            at = lines.previous(at);
        }
        return at;
    }

    private boolean isLineEnd(int at) {
        return lines.text().charAt(at) == '\n';
    }

    /// Returns the last character of the word that ends behind `from`.
    int end(int from) {
        int at = lines.next(from);
        while (at < lines.length() && kind(at) == 0) {
            at = lines.next(at);
        }
        return at >= lines.length() ? lines.previous(lines.length()) : lines.previous(runEnd(at));
    }

    int before(int from) {
        int at = lines.previous(from);
        while (at > 0 && kind(at) == 0 && !isEmptyLine(at)) {
            at = lines.previous(at);
        }
        return at >= lines.length() || kind(at) == 0 ? at : runStart(at);
    }

    /// Returns the last character of the word before.
    int endBefore(int from) {
        int at = isBlank(from) ? from : runStart(from);
        at = lines.previous(at);
        while (at > 0 && kind(at) == 0 && !isEmptyLine(at)) {
            at = lines.previous(at);
        }
        return at;
    }
}
