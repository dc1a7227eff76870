package org.cellist.app.language;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.TextChange;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/// A program that a server has open, or will have.
///
/// Confined to the run's thread, but for [#meant].
final class OpenProgram {

    /// Problems of older texts are not told any more.
    private static final int KEPT_VERSIONS = 8;

    private final String address;
    private final Map<Integer, VirtualDocument> sent = new ConcurrentHashMap<>();
    private volatile int version;
    private VirtualDocument shown;

    OpenProgram(Program program, String address) {
        this.address = address;
        this.shown = VirtualDocument.of(program, null);
        next(shown);
    }

    /// Opens it. Whoever takes what the server finds knows it by then: the answer may be there
    /// before this returns.
    ///
    /// @param send writes to the server
    void open(Sender send) throws ServerTrouble {
        var item = new TextDocumentItem(address, "python", version, shown.text());
        send.send(server -> server.didOpen(new DidOpenTextDocumentParams(item)));
    }

    /// Writes to a server.
    @FunctionalInterface
    interface Sender {
        void send(Consumer<TextDocumentService> writing) throws ServerTrouble;
    }

    String address() {
        return address;
    }

    VirtualDocument shown() {
        return shown;
    }

    /// Shows the server what differs.
    void show(Program program, Sender send) throws ServerTrouble {
        var before = shown;
        var now = VirtualDocument.of(program, before);
        shown = now;
        if (before.text().equals(now.text())) {
            sent.put(version, now); // the cells may be others
            return;
        }
        next(now);
        var change = TextChange.between(before.text(), now.text());
        var range = new Range(before.position(change.start()), before.position(change.oldEnd()));
        var event = new TextDocumentContentChangeEvent(range, change.inserted());
        var identifier = new VersionedTextDocumentIdentifier(address, version);
        var params = new DidChangeTextDocumentParams(identifier, List.of(event));
        send.send(server -> server.didChange(params));
    }

    private void next(VirtualDocument now) {
        int number = version + 1;
        sent.put(number, now);
        sent.remove(number - KEPT_VERSIONS);
        version = number;
    }

    void close(Sender send) throws ServerTrouble {
        var identifier = new TextDocumentIdentifier(address);
        send.send(server -> server.didClose(new DidCloseTextDocumentParams(identifier)));
    }

    /// Returns what a server speaks of that names a version; null if that is too old. Any thread.
    ///
    /// @param told null for the newest
    @Nullable VirtualDocument meant(@Nullable Integer told) {
        return sent.get(told == null ? version : told);
    }
}
