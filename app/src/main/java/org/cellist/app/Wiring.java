package org.cellist.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.Scene;
import org.cellist.app.account.DefaultCredentials;
import org.cellist.app.account.GoogleAccount;
import org.cellist.app.account.TokenEndpoint;
import org.cellist.app.language.OpenServers;
import org.cellist.app.network.HttpClients;
import org.cellist.app.server.KeychainSecrets;
import org.cellist.app.server.KnownMachines;
import org.cellist.app.server.KnownServers;
import org.cellist.app.server.Secrets;
import org.cellist.app.session.EnvironmentServers;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.settings.Folders;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.snippets.SnippetShelf;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.history.History;
import org.cellist.app.storage.history.HistoryKeeper;
import org.cellist.app.ui.cell.markdown.TextChoices;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.fx.PulseExecutor;
import org.cellist.app.ui.fx.Toolkit;
import org.cellist.app.ui.notebook.CellClipboard;
import org.cellist.app.ui.notebook.NotebookView;
import org.cellist.app.ui.notebook.PageColours;
import org.cellist.app.ui.notebook.PageServices;
import org.cellist.app.ui.notebook.metadata.MetadataDrafts;
import org.cellist.app.ui.notebook.plain.PicturePage;
import org.cellist.app.ui.notebook.plain.PlainPage;
import org.cellist.app.ui.output.Rehearsal;
import org.cellist.app.ui.output.port.OutputKit;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.runtime.KernelSource;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.cellist.app.ui.workbench.measure.WindowMeasure;
import org.cellist.app.ui.workbench.session.Desk;
import org.cellist.app.ui.workbench.session.SessionDocuments;
import org.cellist.app.ui.workbench.snippets.SnippetDesk;
import org.cellist.app.ui.workbench.window.WorkbenchWindows;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.container.Containers;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.server.ColabHosts;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.cellist.kernel.runtime.ssh.SshPlaces;

/// Calls the constructors of the window.
///
/// Files are read while JavaFX starts: both take their time, on different threads.
///
/// Confined to the main thread until JavaFX has started, then to the JavaFX Application Thread.
final class Wiring {

    private static final long LARGEST_PICTURE = 20L << 20;
    private static final Duration KERNELS_PATIENCE = Duration.ofSeconds(5);
    private static final Duration COPIES_PATIENCE = Duration.ofSeconds(20);
    private static final Clock CLOCK = Clock.systemUTC();

    /// The first stream of a run costs more than any later one, and the first collection moves all
    /// that the start has made, for one or two tenths of a second. Both are done while a person
    /// looks at the first cells, not in the midst of what they do next.
    private static final long REHEARSAL_MS = 1500;

    private final SettingsStore settings;
    private final FxExecutor fx = new FxExecutor();
    private final Executor background =
            task -> Thread.ofVirtual().name("window-background").start(task);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("timer").factory());
    private final KernelBridge bridge;
    private final KnownServers servers;
    private final Choices choices;
    private final SessionDocuments documents;
    private final CodeHighlighter highlighter;
    private final OutputKit outputs;
    private final HttpClients http;
    private final HistoryKeeper history;
    private final AwayCopies copies = new AwayCopies(dataFolder().resolve("away"));
    private final SystemBrowser browser = new SystemBrowser(System.getProperty("os.name"));
    private final CountDownLatch ended = new CountDownLatch(1);

    /// What a language server does wrong is told where its work is seen; LSP4J would print it.
    private static final Logger SERVERS = Logger.getLogger("org.eclipse.lsp4j");

    /// What goes wrong over SSH is told where it matters; the library would write what is typed
    /// into a log that asks for everything.
    private static final Logger SSH = Logger.getLogger("org.apache.sshd");

    /// What programs in terminals write that the emulator does not know is none of our business.
    private static final Logger TERMINALS = Logger.getLogger("com.techsenger.jeditermfx");

    /// Tells of each library that it unpacks.
    private static final Logger PTY = Logger.getLogger("com.pty4j");

    /// Makes everything that needs no toolkit.
    Wiring(SettingsStore settings) {
        this.settings = settings;
        SERVERS.setLevel(Level.OFF);
        SSH.setLevel(Level.OFF);
        TERMINALS.setLevel(Level.OFF);
        PTY.setLevel(Level.WARNING);
        http =
                HttpClients.install(
                        () -> settings.current().network(), System.getProperty("os.name"));
        var secrets = new KeychainSecrets();
        servers = new KnownServers(settings, secrets);
        var account = account(secrets);
        var colab = colab(account);
        var keys = new ColabKeys(servers, colab, () -> settings.current().colab().isOn());
        bridge =
                new KernelBridge(
                        null,
                        path -> settings.current().consents().contains(path),
                        dataFolder().resolve("keeper"),
                        new ServerBridge(http::clientWithoutRedirects, keys),
                        hosts());
        var followers = ColabFollowers.of(colab, CLOCK, bridge.servers());
        choices = WindowChoices.of(settings);
        choices.unusedKernelsProperty()
                .subscribe(it -> background.execute(() -> bridge.endUnusedAfter(it.after())));
        highlighter = new CodeHighlighter(fx);
        outputs = new OutputKit(fx);
        var owner = new Owner(fx, new PulseExecutor(fx));
        history =
                new HistoryKeeper(
                        new History(dataFolder().resolve("history"), History.MOST_BYTES, CLOCK));
        var services =
                new NotebookSession.Services(
                        new NotebookFiles(),
                        bridge,
                        timer,
                        CLOCK,
                        history,
                        copies,
                        new OpenServers(new EnvironmentServers(bridge)));
        Function<NotebookSession, KernelSource> kernels =
                session -> new BridgeKernels(bridge, settings, session.file().path());
        documents =
                new SessionDocuments(
                        new Desk(
                                services,
                                owner,
                                background,
                                settings,
                                kernels,
                                new BridgeHosts(bridge.hosts(), new KnownMachines(settings)),
                                new BridgeServers(bridge.servers(), servers),
                                new BridgeColab(
                                        colab, bridge.servers(), account, settings, browser),
                                new BridgeTerminals(bridge, keys),
                                new BridgeFiles(bridge),
                                pages(),
                                browser));
        followers.askIn(documents, fx, browser);
    }

    private static HostBridge hosts() {
        var containers = Containers.of(System.getenv());
        return new HostBridge(SshPlaces.usual(), HostTimes.USUAL, containers);
    }

    private GoogleAccount account(Secrets secrets) {
        return new GoogleAccount(
                () -> settings.current().colab(),
                DefaultCredentials.of(
                        System.getProperty("os.name"),
                        Path.of(System.getProperty("user.home")),
                        System.getenv()),
                secrets,
                new TokenEndpoint(http),
                CLOCK);
    }

    /// The hosts are read once: another one than Google's stands in the settings by hand only.
    private ColabRuntimes colab(GoogleAccount account) {
        var hosts =
                new ColabHosts(
                        host(settings.current().colab().sessions(), ColabHosts.GOOGLE.sessions()),
                        host(settings.current().colab().api(), ColabHosts.GOOGLE.api()));
        return new ColabRuntimes(hosts, account, http::clientWithoutRedirects, CLOCK);
    }

    private static ServerAddress host(String text, ServerAddress usual) {
        return text.isEmpty()
                ? usual
                : ServerAddress.parse(text).map(ServerAddress.Pasted::address).orElse(usual);
    }

    private static Path dataFolder() {
        var home = Path.of(System.getProperty("user.home"));
        return Folders.data(System.getProperty("os.name"), home, System.getenv());
    }

    private Function<NotebookSession, NotebookPage> pages() {
        var services =
                new PageServices(
                        highlighter,
                        outputs,
                        browser,
                        this::picture,
                        choices.lineNumbersProperty(),
                        choices.suggestsUnaskedProperty(),
                        new VimDesk(choices.keys().vim()),
                        new TextChoices(
                                choices.textPreviewProperty(), choices.keys().keymapProperty()),
                        new CellClipboard(),
                        choices.look().pageSize(),
                        new MetadataDrafts());
        return session ->
                switch (session.file().kind()) {
                    case NOTEBOOK -> new NotebookView(session, services);
                    case PICTURE -> new PicturePage(session, services);
                    case MARKDOWN, TABLE, TEXT -> new PlainPage(session, services);
                };
    }

    /// Fetches a picture that a person asked for.
    private byte[] picture(URI address) throws IOException {
        try {
            return http.fetch(address, LARGEST_PICTURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("given up", e);
        }
    }

    /// Opens a window with these files, and returns when the last one has been closed.
    ///
    /// @throws IOException if there can be no window here
    void openWindow(List<Path> files) throws IOException, InterruptedException {
        var paths = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        paths.forEach(documents::readAhead);
        var opened = new CompletableFuture<Scene>();
        start(() -> opened.complete(show(paths)), opened);
        result(opened);
        ended.await();
    }

    /// Opens a notebook in a window, measures, and ends everything.
    ///
    /// @return the figures, one line of JSON
    /// @throws IOException if there can be no window here
    String measure(WindowMeasure kind, Path file) throws IOException, InterruptedException {
        var figures = new CompletableFuture<String>();
        documents.readAhead(file);
        start(() -> kind.begin(show(List.of(file)), fx, figures::complete), figures);
        var line = result(figures);
        fx.execute(this::end);
        ended.await();
        return line;
    }

    private static void start(Runnable first, CompletableFuture<?> result) throws IOException {
        try {
            Toolkit.start(first, result::completeExceptionally);
        } catch (UnsupportedOperationException e) { // the display is not there
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Waits for what the first task brings.
    private <T> T result(CompletableFuture<T> coming) throws IOException, InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            fx.execute(this::end);
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    private Scene show(List<Path> paths) {
        var look = new Look(WorkbenchSheets.ALL);
        var windows = new WorkbenchWindows(documents, choices, look, snippets(), background, fx);
        var scene = windows.show(paths, this::end);
        var _ = timer.schedule(() -> rehearse(look), REHEARSAL_MS, TimeUnit.MILLISECONDS);
        return scene;
    }

    private SnippetDesk snippets() {
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name");
        var folder = Folders.settings(system, home, System.getenv()).resolve("snippets");
        return new SnippetDesk(
                new SnippetShelf(folder),
                new PageColours(highlighter),
                new SystemBrowser(system),
                background,
                fx);
    }

    /// Runs on the timer's thread.
    private void rehearse(Look look) {
        fx.execute(
                () -> {
                    Rehearsal.play(look, choices.look().themeProperty().getValue());
                    background.execute(System::gc);
                });
    }

    private void end() {
        timer.shutdownNow();
        highlighter.close();
        outputs.close();
        Toolkit.end();
        Thread.ofPlatform().name("window-end").start(this::endRest);
    }

    /// A kernel that ends in peace writes what its program still holds.
    private void endRest() {
        try {
            boolean _ = copies.awaitQuiet(COPIES_PATIENCE);
            bridge.endAll(KERNELS_PATIENCE);
            bridge.hosts().close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        history.close();
        settings.close();
        ended.countDown();
    }
}
