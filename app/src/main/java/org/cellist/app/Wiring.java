package org.cellist.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.settings.Settings;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.fx.PulseExecutor;
import org.cellist.app.ui.fx.Toolkit;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.runtime.KernelSource;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchWindow;
import org.cellist.app.ui.workbench.session.Desk;
import org.cellist.app.ui.workbench.session.SessionDocuments;
import org.cellist.kernel.KernelBridge;

/// Calls the constructors of the window.
///
/// Files are read while JavaFX starts: both take their time, on different threads.
///
/// Confined to the main thread until JavaFX has started, then to the JavaFX Application Thread.
final class Wiring {

    private final SettingsStore settings;
    private final List<String> sheets;
    private final FxExecutor fx = new FxExecutor();
    private final Executor background =
            task -> Thread.ofVirtual().name("window-background").start(task);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("timer").factory());
    private final KernelBridge bridge;
    private final Choices choices;
    private final SessionDocuments documents;

    /// Makes everything that needs no toolkit.
    ///
    /// @param pages makes the page of a session; whether it shows line numbers is a property
    /// @param sheets the style sheets of the window and of those pages
    Wiring(
            SettingsStore settings,
            BiFunction<NotebookSession, ReadOnlyBooleanProperty, NotebookPage> pages,
            List<String> sheets) {
        this.settings = settings;
        this.sheets = List.copyOf(sheets);
        bridge = new KernelBridge(null, path -> settings.current().consents().contains(path));
        choices = choices(settings.current());
        var owner = new Owner(fx, new PulseExecutor(fx));
        var services =
                new NotebookSession.Services(new NotebookFiles(), bridge, timer, Clock.systemUTC());
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
                                session -> pages.apply(session, choices.lineNumbersProperty())));
    }

    /// Reads the settings of this person on this machine.
    static SettingsStore settings() {
        return SettingsStore.ofThisPerson();
    }

    /// Opens the window with these files. Returns at once.
    void openWindow(List<Path> files) {
        var paths = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        paths.forEach(documents::readAhead);
        Toolkit.start(
                () ->
                        new WorkbenchWindow(documents, choices, new Look(sheets), background, fx)
                                .show(paths, this::end));
    }

    private Choices choices(Settings stored) {
        var tag = stored.language();
        var locale = tag == null ? Locale.getDefault() : Locale.forLanguageTag(tag);
        var made =
                new Choices(
                        stored.isDark() ? Theme.DARK : Theme.LIGHT,
                        Language.of(locale),
                        stored.lineNumbers(),
                        stored.sidePane());
        made.onChange(() -> settings.update(this::withChoices));
        return made;
    }

    private Settings withChoices(Settings before) {
        return before.withWindow(
                choices.themeProperty().get().isDark(),
                choices.languageProperty().get().locale().toLanguageTag(),
                choices.lineNumbersProperty().get(),
                choices.sidePaneProperty().get());
    }

    private void end() {
        timer.shutdownNow();
        Toolkit.end();
        Thread.ofPlatform().name("settings-end").start(settings::close);
    }
}
