package org.cellist.app.ui.output.port;

import java.net.URI;

/// Follows a link that a person chose.
///
/// The views show a link's target before it can be chosen, and hand on `http`, `https` and
/// `mailto` only; content has no way to name anything else.
///
/// Confined to the JavaFX Application Thread.
public interface LinkOpener {

    /// Goes nowhere.
    LinkOpener NOWHERE =
            new LinkOpener() {
                @Override
                public void open(URI target) {}

                @Override
                public void reveal(String heading) {}
            };

    /// Opens a page in the system's browser, or a mail in its mail program.
    ///
    /// @param target absolute; its scheme is `http`, `https` or `mailto`
    void open(URI target);

    /// Scrolls to a heading of the same notebook.
    ///
    /// @param heading what stood behind `#`, decoded
    void reveal(String heading);
}
