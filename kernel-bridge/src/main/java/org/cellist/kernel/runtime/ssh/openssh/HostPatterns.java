package org.cellist.kernel.runtime.ssh.openssh;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The patterns by which OpenSSH's files name hosts: `*` for anything, `?` for one character, `!`
/// for "but not"; letters' case is all the same. Stateless.
final class HostPatterns {

    private HostPatterns() {}

    /// Returns whether one of the patterns fits, and none that begins with `!`.
    static boolean fit(List<String> patterns, String name) {
        boolean fits = false;
        for (var pattern : patterns) {
            if (pattern.startsWith("!")) {
                if (fits(pattern.substring(1), name)) {
                    return false;
                }
            } else {
                fits |= fits(pattern, name);
            }
        }
        return fits;
    }

    private static boolean fits(String pattern, String name) {
        var expression = new StringBuilder();
        pattern.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(
                        each ->
                                expression.append(
                                        switch (each) {
                                            case '*' -> ".*";
                                            case '?' -> ".";
                                            default -> Pattern.quote(Character.toString(each));
                                        }));
        return name.toLowerCase(Locale.ROOT).matches(expression.toString());
    }
}
