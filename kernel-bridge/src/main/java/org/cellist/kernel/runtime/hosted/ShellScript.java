package org.cellist.kernel.runtime.hosted;

/// A script of one line for `sh`, which has quotes of one kind only: so it can be quoted with the
/// other. Immutable.
///
/// @param text with `"` where something is quoted, in which nothing is expanded
public record ShellScript(String text) {

    /// @throws IllegalArgumentException if it has other quotes as well
    public ShellScript {
        if (text.indexOf('\'') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not to be quoted");
        }
    }

    /// Returns a line for any login shell: no quotes within, nothing that a shell would expand
    /// before `sh` does.
    public String forLoginShell() {
        return "exec sh -c '" + text + "'";
    }

    /// Returns it as an argument without those quotes in which Windows wraps arguments.
    public String asArgument() {
        return text.replace('"', '\'');
    }
}
