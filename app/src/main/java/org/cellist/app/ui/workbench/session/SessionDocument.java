package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.ExecutionListener;
import org.cellist.app.execution.InputPrompt;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.store.KeptPlaces;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NextInput;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.SaveState;
import org.cellist.app.session.ScratchSession;
import org.cellist.app.session.SessionListener;
import org.cellist.app.session.away.Origin;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.runtime.RuntimeChoices;
import org.cellist.app.ui.runtime.backup.PackageChoices;
import org.cellist.app.ui.workbench.port.Away;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.port.KernelVariables;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Past;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.watch.MemoryWatch;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.jspecify.annotations.Nullable;

/// A session as the window's document.
///
/// Confined to the JavaFX Application Thread.
final class SessionDocument implements Document {

    private final NotebookSession session;
    private final Desk desk;
    private final String untitledName;
    private final SessionVariables variables;
    private final States states = new States();
    private final KeptPlaces places;
    private @Nullable KeptPlaces tried; // of scratch, once a place there is kept
    private final List<Runnable> listeners = new ArrayList<>();
    private final Notices notices;
    private final WatchedDocument watched;
    private final OpenDocuments open;
    private final @Nullable SessionAway away;
    private final boolean isSettled; // where the notebook is to run
    private boolean told;
    private boolean keepsKernel;
    private int holders = 1; // tabs that show it

    /// A document of that session.
    ///
    /// @param memory looks after the place where its kernel runs
    /// @param open has it until it is closed
    /// @param origin what its file is a copy of; null if it is none
    /// @param untitledName its name until it has a file
    SessionDocument(
            NotebookSession session,
            Desk desk,
            MemoryWatch memory,
            OpenDocuments open,
            @Nullable Origin origin,
            String untitledName) {
        this.session = session;
        this.desk = desk;
        this.untitledName = untitledName;
        this.variables = new SessionVariables(session.kernel());
        this.places = new KeptPlaces(session.store());
        this.notices = new Notices(new SessionAccelerators(session, desk), this::changed);
        this.watched = new WatchedDocument(session, notices, memory, this::name);
        this.open = open;
        this.away = SessionAway.of(origin, session, desk, notices, this::changed).orElse(null);
        open.add(this, notices);
        session.store().follow(_ -> changed());
        var follower = new Follower();
        session.addListener(follower);
        session.kernel().queue().addListener(follower);
        session.kernel().queue().addListener(new NextInput(session.store()));
        isSettled = Runtimes.remembered(session, desk.settings());
        SessionAccelerators.remembered(session, desk.settings());
    }

    NotebookSession session() {
        return session;
    }

    @Override
    public Optional<Away> away() {
        return Optional.ofNullable(away).flatMap(SessionAway::now);
    }

    /// Returns what tells where the notebook is to run, if it is one of elsewhere and nobody has
    /// said that.
    Optional<HomeRuntime> home() {
        return isSettled ? Optional.empty() : Optional.ofNullable(away).map(SessionAway::home);
    }

    /// Does what was left to do for its file.
    void begin() {
        if (away != null) {
            away.begin();
        }
    }

    @Override
    public String name() {
        var file = file();
        return file == null ? untitledName : String.valueOf(file.getFileName());
    }

    @Override
    public String proposedName() {
        return session.file().access() instanceof NotebookFile.Access.Writable
                ? name()
                : Untitled.copy(name(), Texts.of("workbench").get("copy"));
    }

    @Override
    public @Nullable Path file() {
        return session.file().path();
    }

    @Override
    public NotebookPage newPage() {
        return desk.pages().apply(session);
    }

    @Override
    public boolean isNotebook() {
        return session.file().kind() == FileKind.NOTEBOOK;
    }

    @Override
    public Notebook notebook() {
        return session.store().notebook();
    }

    @Override
    public Supplier<@Nullable PagePlace> keep(PagePlace place) {
        boolean isOfNotebook = session.store().notebook().cell(place.cell()).isPresent();
        var kept = (isOfNotebook ? places : tried()).keep(place.cell(), place.offset());
        return () -> {
            var offset = kept.offset();
            return offset.isEmpty() ? null : new PagePlace(kept.cell(), offset.getAsInt());
        };
    }

    private KeptPlaces tried() {
        var known = tried;
        if (known == null) {
            known = new KeptPlaces(session.scratch().store());
            tried = known;
        }
        return known;
    }

    @Override
    public DocumentState state() {
        var state = states.of(session).with(notices.all());
        return away == null ? state : away.shown(state);
    }

    @Override
    public CellProgress progress(CellId cell) {
        return States.of(cell, session.kernel().queue());
    }

    @Override
    public KernelVariables variables() {
        return variables;
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void save(Consumer<SaveOutcome> then) {
        session.save(outcome -> then.accept(states.of(outcome)));
    }

    @Override
    public void saveAs(Path file, Consumer<SaveOutcome> then) {
        session.saveAs(
                file,
                outcome -> {
                    var told = states.of(outcome);
                    if (told instanceof SaveOutcome.Saved(var saved)) {
                        desk.settings().update(settings -> settings.withRecent(saved));
                        Runtimes.remember(session, desk);
                    }
                    then.accept(told);
                });
    }

    @Override
    public void reload() {
        session.reload();
    }

    @Override
    public void keepBoth(Consumer<SaveOutcome> then) {
        var file = file();
        if (file == null) {
            return;
        }
        desk.background()
                .execute(
                        () -> {
                            var copy = Untitled.beside(file, Texts.of("workbench").get("copy"));
                            desk.owner().thread().execute(() -> keep(copy, then));
                        });
    }

    private void keep(Path copy, Consumer<SaveOutcome> then) {
        var snapshot = notebook();
        session.saveCopy(
                copy,
                outcome -> {
                    var told = states.of(outcome);
                    then.accept(told);
                    if (told instanceof SaveOutcome.Saved) {
                        session.reloadKept(snapshot, () -> keep(copy, onlyFailures(then)));
                    }
                });
    }

    /// Edits made while the copy was written go into it too; only one answer is wanted.
    private static Consumer<SaveOutcome> onlyFailures(Consumer<SaveOutcome> then) {
        return outcome -> {
            if (!(outcome instanceof SaveOutcome.Saved)) {
                then.accept(outcome);
            }
        };
    }

    @Override
    public void overwrite(Consumer<SaveOutcome> then) {
        session.overwrite(outcome -> then.accept(states.of(outcome)));
    }

    @Override
    public void allowWriting() {
        session.allowWriting();
    }

    @Override
    public void lookAtFile() {
        session.lookAtFile();
        if (away != null) {
            away.look();
        }
    }

    @Override
    public void putAway(Notice notice) {
        notices.putAway(notice);
    }

    @Override
    public void restart() {
        session.kernel().restart();
    }

    @Override
    public void connectNow() {
        session.kernel().connectNow();
    }

    @Override
    public void restartAndRunAll() {
        session.kernel().restart();
        session.kernel().queue().add(notebook().cells().stream().map(Cell::id).toList());
    }

    @Override
    public RuntimeChoices runtimes() {
        return SessionRuntimes.of(session, desk);
    }

    @Override
    public Optional<PackageChoices> packages() {
        return isNotebook()
                ? Optional.of(new SessionPackages(session, desk, this))
                : Optional.empty();
    }

    @Override
    public Optional<KernelRuntime> runtime() {
        return Optional.ofNullable(session.kernel().runtime());
    }

    @Override
    public Optional<Place> place() {
        return watched.place();
    }

    @Override
    public AcceleratorChoice accelerator() {
        return watched.accelerator();
    }

    @Override
    public Optional<Past> past() {
        return SessionPast.of(session, desk);
    }

    @Override
    public void retain() {
        holders++;
    }

    @Override
    public void close() {
        holders--;
        if (holders == 0) {
            watched.close();
            open.remove(this);
            listeners.clear();
            if (keepsKernel) {
                session.leave();
            } else {
                session.close();
            }
        }
    }

    @Override
    public void keepKernel() {
        keepsKernel = true;
    }

    private void changed() {
        if (!told) {
            told = true;
            desk.owner()
                    .pulse()
                    .execute(
                            () -> {
                                told = false;
                                List.copyOf(listeners).forEach(Runnable::run);
                            });
        }
    }

    /// Hears of everything besides the notebook itself.
    private final class Follower implements SessionListener, ExecutionListener {

        @Override
        public void saveStateChanged(SaveState state) {
            if (away != null && state instanceof SaveState.Saved) {
                away.saved();
            }
            changed();
        }

        @Override
        public void kernelStateChanged(KernelState state) {
            variables.kernelStateChanged(state);
            watched.kernelStateChanged();
            changed();
        }

        @Override
        public void scratchBegan(ScratchSession scratch) {
            scratch.queue().addListener(this); // it changes the kernel's variables too
        }

        @Override
        public void executionChanged(CellId cell, CellExecution execution) {
            variables.executionChanged(execution);
            changed();
        }

        @Override
        public void inputChanged(@Nullable InputPrompt prompt) {
            // The page shows it.
        }

        @Override
        public void nextInput(CellId cell, String text, boolean replaces) {
            // [NextInput] takes it.
        }
    }
}
