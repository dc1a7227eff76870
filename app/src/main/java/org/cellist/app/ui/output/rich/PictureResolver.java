package org.cellist.app.ui.output.rich;

import java.net.URI;
import org.cellist.app.ui.output.image.PictureSource;

/// Decides what the address of a picture means.
///
/// Thread-safe.
public interface PictureResolver {

    /// What an address means.
    sealed interface Found {

        /// A picture that can be shown.
        record Here(PictureSource source) implements Found {}

        /// A picture on the network, which is shown after somebody asked for it.
        record Remote(URI address) implements Found {}

        /// Nothing that may be shown.
        record Nothing() implements Found {}
    }

    /// Returns what an address means. Does not wait for anything.
    Found resolve(String address);
}
