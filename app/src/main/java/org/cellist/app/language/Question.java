package org.cellist.app.language;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;

/// A question about a place of a cell.
///
/// @param notebook as the person who asks sees it
/// @param place in UTF-16 units of the cell's source
/// @param then told on the notebook's owner
///
/// Immutable.
record Question<T>(
        Notebook notebook,
        CellId cell,
        int place,
        Query<T> query,
        Consumer<LanguageAnswer<T>> then) {

    /// What is asked, and how the answer is read. Called on the server's thread.
    @FunctionalInterface
    interface Query<T> {

        CompletableFuture<T> send(TextDocumentService server, Asked asked);
    }

    /// The place in the program.
    ///
    /// @param offset in the program
    record Asked(
            VirtualDocument document, TextDocumentIdentifier file, Position position, int offset) {}
}
