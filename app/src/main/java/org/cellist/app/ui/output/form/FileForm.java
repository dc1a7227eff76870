package org.cellist.app.ui.output.form;

import java.io.IOException;

/// A kind of file that an output can be saved as. Immutable.
///
/// @param extension what such a file is called: `png`
/// @param bytes makes the file
public record FileForm(String extension, Bytes bytes) {

    /// Makes a file. Thread-safe.
    @FunctionalInterface
    public interface Bytes {

        /// Returns the bytes of the file.
        ///
        /// @throws IOException if it cannot be made
        byte[] get() throws IOException;
    }
}
