package org.cellist.app.language;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.CellId;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;

/// A question about a place of a cell.
///
/// @param programs as the person who asks sees them
/// @param file of the one that is asked about
/// @param place in UTF-16 units of the cell's source
/// @param then told on the notebook's owner
///
/// Immutable.
record Question<T>(
        List<Program> programs,
        String file,
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
