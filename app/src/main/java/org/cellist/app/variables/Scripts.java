package org.cellist.app.variables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The programs of ours that kernels run. Immutable.
final class Scripts {

    private Scripts() {}

    /// Returns the text of a file beside this class.
    static String text(String file) {
        return text(Scripts.class, file);
    }

    /// Returns the text of a file beside another class.
    static String text(Class<?> beside, String file) {
        try (var in = beside.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
