package org.cellist.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.Tool;
import org.cellist.kernel.runtime.ToolOutcome;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/// A language server in this process that knows a few things: `wrong` is an error, a name is
/// defined where it first stands, `print` is defined in a file, and every name can be another one
/// but `print`, unless a program is `unfinished`. Code goes on with `served_early` and
/// `served_late`, and every call takes a `size` and a `colour`.
///
/// Thread-safe.
public final class PlayedServer implements LanguageServers {

    public static final Path LIBRARY = Path.of("/library/builtins.py");

    /// How often it was asked how code goes on.
    public final AtomicInteger completions = new AtomicInteger();

    private final CompletableFuture<Void> mayComplete;

    public PlayedServer() {
        this(CompletableFuture.completedFuture(null));
    }

    /// @param mayComplete nobody is told before how code goes on
    public PlayedServer(CompletableFuture<Void> mayComplete) {
        this.mayComplete = mayComplete;
    }

    @Override
    public ToolOutcome start(Kernelspec kernelspec, Path notebookFolder, Path workingFolder) {
        try {
            var toServer = Pipe.open();
            var fromServer = Pipe.open();
            var talk = new Talk();
            var launcher =
                    LSPLauncher.createServerLauncher(
                            talk,
                            Channels.newInputStream(toServer.source()),
                            Channels.newOutputStream(fromServer.sink()));
            talk.client.complete(launcher.getRemoteProxy());
            var _ = launcher.startListening();
            return new ToolOutcome.Started(
                    new Tool("played", List.of()), new InProcess(toServer, fromServer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static KernelRuntime runtime(String language) {
        return new KernelRuntime.Local(kernelspec(language));
    }

    /// A kernelspec of a language, without a program.
    public static Kernelspec kernelspec(String language) {
        var file =
                new KernelspecFile(
                        List.of("program"),
                        language,
                        language,
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY);
        return new Kernelspec(language, file, KernelspecSource.BUILT_IN, null, null, null, null);
    }

    private static final class InProcess extends Process {

        private final OutputStream input;
        private final InputStream output;
        private final Pipe.SinkChannel written;

        InProcess(Pipe toServer, Pipe fromServer) {
            written = toServer.sink();
            input = Channels.newOutputStream(written);
            output = Channels.newInputStream(fromServer.source());
        }

        @Override
        public OutputStream getOutputStream() {
            return input;
        }

        @Override
        public InputStream getInputStream() {
            return output;
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return 0;
        }

        @Override
        public int exitValue() {
            return 0;
        }

        @Override
        public boolean isAlive() {
            return written.isOpen();
        }

        @Override
        public void destroy() {
            try {
                input.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Talk implements LanguageServer, TextDocumentService, WorkspaceService {

        private final CompletableFuture<LanguageClient> client = new CompletableFuture<>();
        private final Map<String, String> texts = new ConcurrentHashMap<>(); // by their addresses

        @Override
        public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
            return CompletableFuture.completedFuture(
                    new InitializeResult(new ServerCapabilities()));
        }

        private String text(TextDocumentIdentifier of) {
            return texts.getOrDefault(of.getUri(), "");
        }

        @Override
        public void didOpen(DidOpenTextDocumentParams params) {
            var item = params.getTextDocument();
            texts.put(item.getUri(), item.getText());
            check(item.getUri(), item.getVersion());
        }

        @Override
        public void didChange(DidChangeTextDocumentParams params) {
            var text = text(params.getTextDocument());
            var change = params.getContentChanges().getFirst();
            int start = offset(text, change.getRange().getStart());
            int end = offset(text, change.getRange().getEnd());
            texts.put(
                    params.getTextDocument().getUri(),
                    text.substring(0, start) + change.getText() + text.substring(end));
            check(params.getTextDocument().getUri(), params.getTextDocument().getVersion());
        }

        private void check(String uri, int version) {
            var found = new ArrayList<Diagnostic>();
            for (var range : words(texts.getOrDefault(uri, ""), "wrong")) {
                found.add(new Diagnostic(range, "this is wrong"));
            }
            client.join().publishDiagnostics(new PublishDiagnosticsParams(uri, found, version));
        }

        @Override
        public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
                definition(DefinitionParams params) {
            var text = text(params.getTextDocument());
            var name = wordAt(text, params.getPosition());
            var place =
                    name.equals("print")
                            ? new Location(
                                    LIBRARY.toUri().toString(),
                                    new Range(new Position(6, 0), new Position(6, 5)))
                            : new Location(
                                    params.getTextDocument().getUri(),
                                    words(text, name).getFirst());
            return CompletableFuture.completedFuture(Either.forLeft(List.of(place)));
        }

        @Override
        public CompletableFuture<Hover> hover(HoverParams params) {
            var words = "about " + wordAt(text(params.getTextDocument()), params.getPosition());
            return CompletableFuture.completedFuture(
                    new Hover(new MarkupContent("plaintext", words)));
        }

        @Override
        public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
                CompletionParams params) {
            var early = new CompletionItem("served_early");
            early.setSortText("1");
            early.setKind(CompletionItemKind.Function);
            early.setDetail("def served_early()");
            var late = new CompletionItem("served_late");
            late.setSortText("2");
            late.setTextEdit(Either.forLeft(new TextEdit(typed(params), "served_late")));
            completions.incrementAndGet();
            return mayComplete.thenApply(_ -> Either.forLeft(List.of(late, early)));
        }

        private Range typed(CompletionParams params) {
            var end = params.getPosition();
            var line = text(params.getTextDocument()).split("\n", -1)[end.getLine()];
            var name = Pattern.compile("\\w*$").matcher(line.substring(0, end.getCharacter()));
            int start = name.find() ? name.start() : end.getCharacter();
            return new Range(new Position(end.getLine(), start), end);
        }

        @Override
        public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
            item.setDocumentation("about " + item.getLabel());
            return CompletableFuture.completedFuture(item);
        }

        @Override
        public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams params) {
            var call = new SignatureInformation("(size, colour) -> None");
            return CompletableFuture.completedFuture(new SignatureHelp(List.of(call), 0, 0));
        }

        @Override
        public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
            var text = text(params.getTextDocument());
            var name = wordAt(text, params.getPosition());
            var refusal =
                    name.equals("print")
                            ? "a builtin"
                            : words(text, "unfinished").isEmpty() ? "" : "no program";
            if (!refusal.isEmpty()) {
                return CompletableFuture.failedFuture(
                        new ResponseErrorException(new ResponseError(1, refusal, null)));
            }
            var edits =
                    words(text, name).stream()
                            .map(it -> new TextEdit(it, params.getNewName()))
                            .toList();
            return CompletableFuture.completedFuture(
                    new WorkspaceEdit(Map.of(params.getTextDocument().getUri(), edits)));
        }

        private static List<Range> words(String text, String word) {
            var matcher = Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text);
            return matcher.results()
                    .map(it -> new Range(position(text, it.start()), position(text, it.end())))
                    .toList();
        }

        private static String wordAt(String text, Position position) {
            int at = offset(text, position);
            return Pattern.compile("\\w+")
                    .matcher(text)
                    .results()
                    .filter(it -> it.start() <= at && at <= it.end())
                    .findFirst()
                    .map(it -> it.group())
                    .orElse("");
        }

        private static Position position(String text, int offset) {
            int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
            return new Position(line, offset - (text.lastIndexOf('\n', offset - 1) + 1));
        }

        private static int offset(String text, Position position) {
            int start = 0;
            for (int i = 0; i < position.getLine(); i++) {
                start = text.indexOf('\n', start) + 1;
            }
            return start + position.getCharacter();
        }

        @Override
        public CompletableFuture<Object> shutdown() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void exit() {
            // It ends with its input.
        }

        @Override
        public TextDocumentService getTextDocumentService() {
            return this;
        }

        @Override
        public WorkspaceService getWorkspaceService() {
            return this;
        }

        @Override
        public void didClose(DidCloseTextDocumentParams params) {
            texts.remove(params.getTextDocument().getUri());
        }

        @Override
        public void didSave(DidSaveTextDocumentParams params) {
            // Nothing is read from files.
        }

        @Override
        public void didChangeConfiguration(DidChangeConfigurationParams params) {
            // There is nothing to choose.
        }

        @Override
        public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
            // Nothing is read from files.
        }
    }
}
