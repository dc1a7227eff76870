package org.cellist.app.cli.compare;

import java.util.Map;

/// Whether differences are printed in colours. Immutable.
public enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER;

    /// Returns whether to use colours: by itself on a terminal, and in the pager that git started
    /// on one, unless the person wants none anywhere (<https://no-color.org>).
    public boolean isColoured(boolean isTerminal, Map<String, String> environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                boolean isWanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
                boolean isPaged = "true".equals(environment.get("GIT_PAGER_IN_USE"));
                yield isWanted && (isTerminal || isPaged);
            }
        };
    }
}
