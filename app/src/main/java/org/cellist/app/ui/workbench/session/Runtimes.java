package org.cellist.app.ui.workbench.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.NameKernelspec;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.settings.RanOn;
import org.cellist.app.settings.ServerSettings;
import org.cellist.app.settings.SettingsStore;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.jspecify.annotations.Nullable;

/// What a notebook's metadata say about where it runs; nbformat 4.5, "Notebook metadata".
///
/// Immutable.
final class Runtimes {

    private static final String KERNELSPEC = "kernelspec";

    private Runtimes() {}

    static @Nullable String name(Notebook notebook) {
        return notebook.metadata().object(KERNELSPEC).string("name");
    }

    /// Returns the name that is meant for people; null where the notebook names no runtime.
    static @Nullable String displayName(Notebook notebook) {
        var shown = notebook.metadata().object(KERNELSPEC).string("display_name");
        return shown == null || shown.isBlank() ? name(notebook) : shown;
    }

    static @Nullable String language(Notebook notebook) {
        var named = notebook.metadata().object(KERNELSPEC).string("language");
        return named == null ? notebook.metadata().object("language_info").string("name") : named;
    }

    /// Runs on a runtime that a person picked, and writes it into the notebook. Members that
    /// the notebook's entry has besides are kept.
    static void attach(NotebookSession session, KernelRuntime runtime, Desk desk) {
        var entry =
                session.store()
                        .notebook()
                        .metadata()
                        .object(KERNELSPEC)
                        .with("display_name", new JsonString(runtime.displayName()))
                        .with("language", new JsonString(runtime.language()))
                        .with("name", new JsonString(runtime.name()));
        session.store().apply(new NameKernelspec(entry));
        session.kernel().choose(runtime);
        remember(session, runtime, desk);
    }

    /// Remembers where a notebook runs that has a file now.
    static void remember(NotebookSession session, Desk desk) {
        var runtime = session.kernel().runtime();
        if (runtime != null) {
            remember(session, runtime, desk);
        }
    }

    private static void remember(NotebookSession session, KernelRuntime runtime, Desk desk) {
        var path = session.file().path();
        if (path != null) {
            boolean isAway = desk.services().copies().isCopy(path);
            desk.settings()
                    .update(it -> it.withServers(remembering(it.servers(), path, runtime, isAway)));
        }
    }

    /// @param isAway whether the notebook would run elsewhere if nothing were remembered
    private static ServerSettings remembering(
            ServerSettings servers, Path notebook, KernelRuntime runtime, boolean isAway) {
        return switch (runtime) {
            case KernelRuntime.Local _ when isAway ->
                    servers.with(new RanOn(notebook, RanOn.HERE, "", "", ""));
            case KernelRuntime.Local _ -> servers.withoutNotebook(notebook);
            case KernelRuntime.JupyterServer(var server, var kernelspec, _) ->
                    servers.with(
                            new RanOn(
                                    notebook,
                                    server.toString(),
                                    kernelspec.name(),
                                    kernelspec.displayName(),
                                    kernelspec.language()));
            case KernelRuntime.OnHost ssh -> servers.with(HostMemory.of(notebook, ssh));
        };
    }

    /// Lets a notebook that ran on a server run there again, with the first cell that is run. Asks
    /// nobody before. A server that nobody added is one of Colab's.
    ///
    /// @return whether it is known where the notebook is to run
    static boolean remembered(NotebookSession session, SettingsStore settings) {
        var servers = settings.current().servers();
        boolean isColabOn = settings.current().colab().isOn();
        var known = Optional.ofNullable(session.file().path()).flatMap(servers::of);
        if (known.filter(it -> it.server().equals(RanOn.HERE)).isPresent()) {
            return true;
        }
        var there =
                known.filter(it -> isColabOn || servers.server(it.server()).isPresent())
                        .map(it -> HostMemory.runtime(it).orElseGet(() -> onServer(it)));
        there.ifPresent(session.kernel()::choose);
        return there.isPresent();
    }

    private static KernelRuntime onServer(RanOn it) {
        return new KernelRuntime.JupyterServer(
                new ServerAddress(URI.create(it.server())),
                new ServerKernelspec(it.kernelspec(), it.displayName(), it.language()),
                null);
    }
}
