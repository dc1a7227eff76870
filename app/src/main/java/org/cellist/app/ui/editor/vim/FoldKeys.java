package org.cellist.app.ui.editor.vim;

import java.util.regex.Pattern;

/// What keys mean for blocks that are folded. Immutable.
///
/// A key that only moves the caret leaves them. One that writes at the caret opens those on its
/// lines. Any other may go on to reach any line, and opens all.
public enum FoldKeys {
    LEAVE,
    OPEN_LINES,
    OPEN_ALL;

    private static final String MOTIONS =
            "hjklwbeWBE0123456789^$_+-|fFtT;,gGnN/?*#{}()%HMLvVzu:\"mq'`@";
    private static final String WRITING = "iIaAoOxXsr~pP";
    private static final Pattern AWAITS_CHARACTER = Pattern.compile("\\d*[fFtTmq'`]");
    private static final Pattern COUNT = Pattern.compile(":?\\d+");

    /// Returns what a key asks of the folds around the caret.
    ///
    /// @param key that comes, in normal or a visual mode
    /// @param begun the keys of a command that is not complete
    public static FoldKeys of(String key, VimMode mode, String begun) {
        boolean goesToLine = COUNT.matcher(begun).matches() && "gG<CR>".contains(key);
        if (mode == VimMode.INSERT || AWAITS_CHARACTER.matcher(begun).matches()) {
            return LEAVE;
        }
        boolean isMacro = begun.endsWith("@");
        if (goesToLine || isMacro) {
            return OPEN_ALL;
        }
        if (begun.startsWith(":")) {
            return LEAVE;
        }
        boolean changesCase = key.equals("u") && (mode.isVisual() || begun.endsWith("g"));
        boolean isMotion = key.length() > 1 ? !key.equals("<Del>") : MOTIONS.contains(key);
        if (isMotion && !changesCase) {
            return LEAVE;
        }
        boolean isHere = mode.isVisual() || key.equals("<Del>") || WRITING.contains(key);
        boolean mayReachFar = changesCase || key.equals(".") || begun.endsWith("g");
        return isHere && !mayReachFar ? OPEN_LINES : OPEN_ALL;
    }
}
