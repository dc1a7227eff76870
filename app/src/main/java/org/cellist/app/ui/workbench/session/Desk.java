package org.cellist.app.ui.workbench.session;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.runtime.HostSource;
import org.cellist.app.ui.runtime.KernelSource;
import org.cellist.app.ui.runtime.ServerSource;
import org.cellist.app.ui.runtime.colab.ColabSource;

/// What all documents of the window share. Immutable.
///
/// @param services what sessions share
/// @param owner the JavaFX thread as executors
/// @param background runs what may take time
/// @param settings remembers recent files and consents
/// @param kernels the kernels of this machine, seen from a notebook's folder
/// @param hosts the machines that a person reaches over SSH
/// @param servers the Jupyter servers that a person added
/// @param colab Colab, in the person's name
/// @param terminals starts shells
/// @param files reaches files
/// @param pages makes the page that shows a session
/// @param browser opens addresses in the person's browser
public record Desk(
        NotebookSession.Services services,
        Owner owner,
        Executor background,
        SettingsStore settings,
        Function<NotebookSession, KernelSource> kernels,
        HostSource hosts,
        ServerSource servers,
        ColabSource colab,
        TerminalSource terminals,
        FileSource files,
        Function<NotebookSession, NotebookPage> pages,
        Consumer<URI> browser) {}
