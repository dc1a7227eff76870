package org.cellist.kernel.runtime.jupyter;

import java.util.Optional;

/// What code on a Colab machine may ask a person for. Immutable.
public enum ColabAccess {
    /// The files of their Google Drive.
    DRIVE("dfs_ephemeral"),
    /// Their account at Google.
    ACCOUNT("auth_user_ephemeral");

    private final String wireName;

    ColabAccess(String wireName) {
        this.wireName = wireName;
    }

    /// Returns what Colab calls it.
    public String wireName() {
        return wireName;
    }

    /// Reads what Colab calls it; empty for what is neither.
    public static Optional<ColabAccess> read(String text) {
        for (var each : values()) {
            if (each.wireName.equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
