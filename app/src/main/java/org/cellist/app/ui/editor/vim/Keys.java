package org.cellist.app.ui.editor.vim;

import java.util.List;
import java.util.Set;

/// Reads the keys that were pressed since the last command as one.
///
/// Confined to one thread; used once.
final class Keys {

    private static final Set<String> OPERATORS = Set.of("d", "c", "y", ">", "<", "gU", "gu", "g~");
    private static final int MOST = 9_999;

    private final List<String> keys;
    private final boolean isVisual;
    private int at;

    private Keys(List<String> keys, boolean isVisual) {
        this.keys = keys;
        this.isVisual = isVisual;
    }

    /// What the keys are. Immutable.
    sealed interface Read {

        /// More keys are needed.
        record Begun() implements Read {}

        /// A command in full.
        ///
        /// @param register whose text is meant; `"` for the usual one
        /// @param count 0 for none
        /// @param operator empty for none
        /// @param name of the command, motion or object; empty for an operator on lines
        record Command(char register, int count, String operator, String name) implements Read {}
    }

    static Read read(List<String> keys, boolean isVisual) {
        return new Keys(keys, isVisual).read();
    }

    private Read read() {
        char register = '"';
        int count = count();
        if (isNext("\"")) {
            if (at + 1 >= keys.size()) {
                return new Read.Begun();
            }
            register = keys.get(at + 1).charAt(0);
            at += 2;
            count = times(count, count());
        }
        var name = name();
        if (name.isEmpty()) {
            return new Read.Begun();
        }
        if (isVisual || !OPERATORS.contains(name)) {
            return new Read.Command(register, count, "", name);
        }
        count = times(count, count());
        var what = what(name);
        return what.isEmpty()
                ? new Read.Begun()
                : new Read.Command(register, count, name, what.equals(name) ? "" : what);
    }

    private boolean isNext(String key) {
        return at < keys.size() && keys.get(at).equals(key);
    }

    private int count() {
        int count = 0;
        while (at < keys.size() && isDigit(keys.get(at), count > 0)) {
            count = Math.min(MOST, count * 10 + keys.get(at).charAt(0) - '0');
            at++;
        }
        return count;
    }

    /// A `0` that begins is a motion.
    private static boolean isDigit(String key, boolean goesOn) {
        return key.length() == 1 && key.charAt(0) <= '9' && key.charAt(0) >= (goesOn ? '0' : '1');
    }

    private static int times(int one, int other) {
        boolean isNone = one == 0 && other == 0;
        return isNone ? 0 : (int) Math.min(MOST, (long) Math.max(1, one) * Math.max(1, other));
    }

    /// Returns a command's name with the key that it needs; empty when that is not there yet.
    private String name() {
        return keyed("fFtTrg'`" + (isVisual ? "ia" : "mq@"));
    }

    /// Returns what the operator works on; its own name for lines.
    private String what(String operator) {
        var what = keyed("fFtTgia'`");
        boolean isLast = what.length() == 1 && operator.endsWith(what) && !what.isEmpty();
        return isLast ? operator : what;
    }

    private String keyed(String takeAnother) {
        if (at >= keys.size()) {
            return "";
        }
        var key = keys.get(at);
        if (key.length() > 1 || !takeAnother.contains(key)) {
            at++;
            return key;
        }
        if (at + 1 >= keys.size()) {
            return "";
        }
        at += 2;
        return key + keys.get(at - 1);
    }
}
