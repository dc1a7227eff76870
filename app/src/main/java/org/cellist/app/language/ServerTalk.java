package org.cellist.app.language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cellist.app.language.Question.Asked;
import org.cellist.app.language.server.FileLook;
import org.cellist.app.language.server.ServerClient;
import org.cellist.app.language.server.ServerProcess;
import org.cellist.app.language.server.ServerSettings;
import org.cellist.kernel.runtime.PipeThread;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/// The talk with one language server over programs.
///
/// Confined to the run's thread, but for what the server sends: that comes on the thread that
/// reads.
final class ServerTalk {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A server that lets so many questions in a row go unanswered hangs.
    private static final int MOST_LATE = 2;

    private final ServerProcess process;
    private final Function<String, String> addresses;
    private final FileLook files;
    private final ServerSettings settings;
    private final BiConsumer<VirtualDocument, List<Problem>> problems;
    private final Runnable ended;
    private final Map<String, OpenProgram> open = new ConcurrentHashMap<>();
    private final CompletableFuture<String> over = new CompletableFuture<>();
    private final LanguageServer server;
    private int late;

    /// @param addresses of programs, by their files
    /// @param problems told on the thread that reads
    /// @param ended called when the server sends nothing any more
    ServerTalk(
            ServerProcess process,
            Function<String, String> addresses,
            ServerSettings settings,
            BiConsumer<VirtualDocument, List<Problem>> problems,
            Runnable ended) {
        this.process = process;
        this.addresses = addresses;
        this.files = new FileLook(settings.folder(), settings.python());
        this.settings = settings;
        this.problems = problems;
        this.ended = ended;
        this.server = connect();
    }

    private LanguageServer connect() {
        var threads =
                Executors.newThreadPerTaskExecutor(PipeThread.named("language-server-reader"));
        var launcher =
                new LSPLauncher.Builder<LanguageServer>()
                        .setLocalService(new ServerClient(settings, this::received))
                        .setRemoteInterface(LanguageServer.class)
                        .setInput(process.output())
                        .setOutput(process.input())
                        .setExecutorService(threads)
                        .create();
        var listening = launcher.startListening();
        Thread.ofVirtual()
                .name("language-server-end")
                .start(
                        () -> {
                            over.complete(awaitEnd(listening));
                            threads.shutdownNow();
                            ended.run();
                        });
        return launcher.getRemoteProxy();
    }

    /// Returns what ended the input, or that it just ended.
    private static String awaitEnd(Future<?> listening) {
        try {
            listening.get();
        } catch (ExecutionException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return "it went away";
    }

    /// Introduces itself, and waits until the server has done so too.
    ///
    /// @param root an empty folder, so that none is searched
    void begin(Path root) throws ServerTrouble, InterruptedException {
        var hello = write(() -> server.initialize(ServerClient.introduction(root)));
        try {
            var _ = await(hello, START_PATIENCE);
        } catch (TimeoutException _) {
            throw new ServerTrouble("no answer for " + START_PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new ServerTrouble(why(e));
        }
        send(
                () -> {
                    server.initialized(new InitializedParams());
                    server.getWorkspaceService()
                            .didChangeConfiguration(
                                    new DidChangeConfigurationParams(settings.all()));
                });
    }

    /// Shows the server these programs, all of each at first and then what differs, and no others;
    /// and before that, which files around them are others than before.
    void show(List<Program> programs) throws ServerTrouble {
        var changes = files.changes();
        if (!changes.isEmpty()) {
            var told = new DidChangeWatchedFilesParams(changes);
            send(() -> server.getWorkspaceService().didChangeWatchedFiles(told));
        }
        for (var program : programs) {
            var known = open.get(program.file());
            if (known == null) {
                var begun = new OpenProgram(program, addresses.apply(program.file()));
                open.put(program.file(), begun);
                begun.open(this::sendText);
            } else {
                known.show(program, this::sendText);
            }
        }
        var shown = programs.stream().map(Program::file).toList();
        for (var file : List.copyOf(open.keySet())) {
            var gone = shown.contains(file) ? null : open.remove(file);
            if (gone != null) {
                gone.close(this::sendText);
            }
        }
    }

    private void sendText(Consumer<TextDocumentService> writing) throws ServerTrouble {
        send(() -> writing.accept(server.getTextDocumentService()));
    }

    /// Asks about the programs as they were when somebody wanted to know. There is an answer
    /// whatever becomes of the server.
    <T> void answer(Question<T> question) throws ServerTrouble, InterruptedException {
        LanguageAnswer<T> answer = new LanguageAnswer.Late<>();
        try {
            answer = answerTo(question);
        } finally {
            question.then().accept(answer);
        }
        if (late >= MOST_LATE) {
            throw new ServerTrouble("no answer for " + PATIENCE.toSeconds() + " s");
        }
    }

    private <T> LanguageAnswer<T> answerTo(Question<T> question)
            throws ServerTrouble, InterruptedException {
        show(question.programs());
        var program = open.get(question.file());
        var offset =
                program == null
                        ? Optional.<Integer>empty()
                        : program.shown().offset(question.cell(), question.place());
        if (program == null || offset.isEmpty()) {
            return new LanguageAnswer.NoServer<>();
        }
        int at = offset.get();
        var document = program.shown();
        var file = new TextDocumentIdentifier(program.address());
        return answer(question, new Asked(document, file, document.position(at), at));
    }

    private <T> LanguageAnswer<T> answer(Question<T> question, Asked asked)
            throws ServerTrouble, InterruptedException {
        var coming = write(() -> question.query().send(server.getTextDocumentService(), asked));
        try {
            T value = await(coming, PATIENCE);
            late = 0;
            return new LanguageAnswer.Given<>(value);
        } catch (TimeoutException _) {
            coming.cancel(true);
            late++;
            return new LanguageAnswer.Late<>();
        } catch (ExecutionException e) {
            late = 0;
            return new LanguageAnswer.Refused<>(why(e));
        }
    }

    /// Waits for an answer. Where the connection ends there will be none.
    private <T> T await(CompletableFuture<T> coming, Duration patience)
            throws ServerTrouble, InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture.anyOf(coming, over).get(patience.toSeconds(), TimeUnit.SECONDS);
        if (!coming.isDone()) {
            throw new ServerTrouble(whyItEnded());
        }
        return coming.get();
    }

    /// Returns what was wrong with what the server sent, once the connection has ended.
    String whyItEnded() {
        return over.getNow("");
    }

    private static String why(ExecutionException failure) {
        var cause = failure.getCause();
        var text =
                cause instanceof ResponseErrorException refused
                        ? refused.getResponseError().getMessage()
                        : String.valueOf(cause);
        return text.lines().findFirst().orElse("").strip();
    }

    private void send(Runnable writing) throws ServerTrouble {
        var _ =
                write(
                        () -> {
                            writing.run();
                            return true;
                        });
    }

    private <T> T write(Supplier<T> writing) throws ServerTrouble {
        try {
            return process.write(writing);
        } catch (JsonRpcException e) {
            throw new ServerTrouble(String.valueOf(e.getMessage()));
        }
    }

    /// The server found problems. It may not say in which version: then it means the newest.
    private void received(PublishDiagnosticsParams told) {
        for (var program : open.values()) {
            var document =
                    SameFile.is(told.getUri(), program.address())
                            ? program.meant(told.getVersion())
                            : null;
            if (document != null) {
                problems.accept(document, new ProblemReader(document).read(told.getDiagnostics()));
            }
        }
    }
}
