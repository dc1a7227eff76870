package org.cellist.kernel.runtime.hosted;

import java.nio.charset.StandardCharsets;

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

    /// Returns the beginning of a script that goes into a folder, if that is there. Whatever its
    /// name is, no shell reads more in it than a name.
    ///
    /// @param folder with slashes; may begin with `~`; nothing is done for an empty one
    public static String into(String folder) {
        if (folder.isEmpty()) {
            return "";
        }
        boolean isHome = folder.equals("~") || folder.startsWith("~/");
        var octal = new StringBuilder();
        for (byte b : folder.substring(isHome ? 1 : 0).getBytes(StandardCharsets.UTF_8)) {
            octal.append("\\%03o".formatted(b & 0xff));
        }
        return "set -f; IFS=; cd -- %s$(printf \"%s\") 2>/dev/null; "
                .formatted(isHome ? "$HOME" : "", octal);
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
