package org.cellist.app.ui.notebook.plain;

import java.net.URI;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.ui.notebook.PageColours;
import org.cellist.app.ui.notebook.PageServices;
import org.cellist.app.ui.output.port.LinkOpener;
import org.cellist.app.ui.output.port.OutputContext;

/// Where formatted text of a file is shown: beside the pictures of its folder. Immutable.
///
/// @param outputs what formatted text may ask for
record PlainContext(ObservableValue<OutputContext> outputs) {

    PlainContext(NotebookSession session, PageServices services) {
        this(new ReadOnlyObjectWrapper<>(context(session, services)));
    }

    private static OutputContext context(NotebookSession session, PageServices services) {
        var file = session.file().path();
        return new OutputContext(
                services.outputs(),
                new Links(services),
                new PageColours(services.highlighter()),
                services.pictures(),
                file == null ? null : file.toAbsolutePath().getParent());
    }

    /// Follows links into the browser.
    private record Links(PageServices services) implements LinkOpener {

        @Override
        public void open(URI target) {
            services.browser().accept(target);
        }

        @Override
        public void reveal(String heading) {
            // The text is one piece, and its headings are found by their words.
        }
    }
}
