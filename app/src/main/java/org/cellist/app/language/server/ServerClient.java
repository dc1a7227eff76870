package org.cellist.app.language.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.SynchronizationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a server may ask of us and tell us: it gets its settings, and its problems are taken. What
/// it would say to a person goes to the log.
///
/// Thread-safe. Called on the thread that reads.
///
/// @param problems takes what the server found in a file
public record ServerClient(ServerSettings settings, Consumer<PublishDiagnosticsParams> problems)
        implements LanguageClient {

    private static final Logger LOG = LoggerFactory.getLogger(ServerClient.class);

    /// Returns what we can do.
    ///
    /// @param root the folder that the server may search
    public static InitializeParams introduction(Path root) {
        var params = new InitializeParams();
        params.setProcessId((int) ProcessHandle.current().pid());
        params.setCapabilities(capabilities());
        params.setWorkspaceFolders(
                List.of(new WorkspaceFolder(root.toUri().toString(), "notebook")));
        setRoot(params, root.toUri().toString());
        return params;
    }

    /// Servers of before workspace folders read this.
    @SuppressWarnings("deprecation")
    private static void setRoot(InitializeParams params, String root) {
        params.setRootUri(root);
    }

    private static ClientCapabilities capabilities() {
        var problems = new PublishDiagnosticsCapabilities();
        problems.setVersionSupport(true);
        var text = new TextDocumentClientCapabilities();
        text.setSynchronization(new SynchronizationCapabilities(false, false, false));
        text.setPublishDiagnostics(problems);
        text.setDefinition(new DefinitionCapabilities());
        text.setHover(new HoverCapabilities(List.of(MarkupKind.PLAINTEXT), false));
        text.setRename(new RenameCapabilities(false, false));
        var completion = new CompletionItemCapabilities(false);
        completion.setDocumentationFormat(List.of(MarkupKind.PLAINTEXT));
        text.setCompletion(new CompletionCapabilities(completion));
        var signature = new SignatureInformationCapabilities(List.of(MarkupKind.PLAINTEXT));
        text.setSignatureHelp(new SignatureHelpCapabilities(signature, false));
        var workspace = new WorkspaceClientCapabilities();
        workspace.setConfiguration(true);
        workspace.setWorkspaceFolders(true);
        workspace.setDidChangeConfiguration(new DidChangeConfigurationCapabilities());
        workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        var edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        workspace.setWorkspaceEdit(edits);
        var all = new ClientCapabilities();
        all.setTextDocument(text);
        all.setWorkspace(workspace);
        var window = new WindowClientCapabilities();
        window.setWorkDoneProgress(true); // else Pyright tells it in words of its own
        all.setWindow(window);
        var general = new GeneralClientCapabilities();
        general.setPositionEncodings(List.of("utf-16"));
        all.setGeneral(general);
        return all;
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams told) {
        problems.accept(told);
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
        var answers = new ArrayList<Object>();
        asked.getItems().forEach(item -> answers.add(settings.section(item.getSection())));
        return CompletableFuture.completedFuture(answers);
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams asked) {
        return done(); // files are looked at, whatever it wants to watch
    }

    @Override
    public CompletableFuture<Void> unregisterCapability(UnregistrationParams asked) {
        return done();
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams asked) {
        return done();
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.runAsync(() -> {}, Runnable::run);
    }

    @Override
    public void notifyProgress(ProgressParams told) {
        LOG.trace("progress {}", told);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams asked) {
        LOG.debug("asked: {}", asked.getMessage());
        return CompletableFuture.failedFuture(new UnsupportedOperationException("nobody is asked"));
    }

    @Override
    public void telemetryEvent(Object told) {
        LOG.trace("telemetry {}", told);
    }

    @Override
    public void showMessage(MessageParams told) {
        LOG.debug("said: {}", told.getMessage());
    }

    @Override
    public void logMessage(MessageParams told) {
        LOG.trace("logged: {}", told.getMessage());
    }
}
