package org.cellist.app.ui.workbench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.cellist.app.explain.Explanation;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.explain.ReadProblemWords;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.away.Origin;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.Terminals;
import org.cellist.app.ui.workbench.watch.Means;
import org.cellist.app.ui.workbench.watch.MemoryWatch;
import org.cellist.kernel.runtime.jupyter.ColabAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens files as sessions.
///
/// Files are read on virtual threads, and [#readAhead] may be called from any.
///
/// Confined to the JavaFX Application Thread.
public final class SessionDocuments implements Documents {

    private static final Logger LOG = LoggerFactory.getLogger(SessionDocuments.class);

    private final Desk desk;
    private final OpenDocuments open = new OpenDocuments();
    private final MemoryWatch memory;
    private final Map<Path, FutureTask<OpenOutcome>> ahead = new ConcurrentHashMap<>();
    private final List<String> untitled = new ArrayList<>();

    public SessionDocuments(Desk desk) {
        this.desk = desk;
        this.memory =
                new MemoryWatch(
                        new Means(
                                new MachineResources(desk.services().bridge()),
                                desk.hosts(),
                                desk.background(),
                                desk.owner().thread(),
                                desk.services().timer(),
                                desk.services().clock()));
    }

    /// Begins to read a file that will be opened soon, while the window still starts. Any thread.
    public void readAhead(Path file) {
        var reading = reading(file, FileKind.of(file));
        ahead.put(file, reading);
        Thread.ofVirtual().name("read-ahead").start(reading);
    }

    @Override
    public void open(Path file, Consumer<Opened> then) {
        var begun = ahead.remove(file);
        read(file, begun == null ? reading(file, FileKind.of(file)) : begun, then);
    }

    private void read(Path file, FutureTask<OpenOutcome> reading, Consumer<Opened> then) {
        desk.background()
                .execute(
                        () -> {
                            reading.run(); // does nothing when it runs or ran already
                            var outcome = result(reading, file);
                            var origin = origin(file);
                            desk.owner()
                                    .thread()
                                    .execute(() -> then.accept(opened(outcome, origin)));
                        });
    }

    @Override
    public Document create() {
        var name = Untitled.name(Texts.of("workbench").get("untitled"), untitled);
        untitled.add(name);
        return document(desk.services().files().create(), null, name);
    }

    @Override
    public void openText(Path file, Consumer<Opened> then) {
        read(file, reading(file, FileKind.TEXT), then);
    }

    @Override
    public RunningKernels kernels() {
        return new SessionKernels(desk, open);
    }

    @Override
    public Resources resources() {
        return memory;
    }

    @Override
    public Terminals terminals() {
        return new SessionTerminals(desk);
    }

    @Override
    public PlacesFiles files() {
        return new SessionPlaces(desk);
    }

    /// Asks in the notebooks of a machine of Colab's whether it is still wanted, after nobody has
    /// used it for long.
    ///
    /// @param keep to be run, not on this thread, when a person says so
    public void askUnused(ServerAddress server, Runnable keep) {
        var name = SessionLent.name(desk, server);
        Runnable kept =
                () -> {
                    usedAgain(server); // in the other notebooks there, too
                    desk.background().execute(keep);
                };
        open.noticesAt(server).forEach(it -> it.add(new Notice.Unused(name, kept)));
    }

    /// Asks in the notebooks of a machine of Colab's whether it may have what is the person's own.
    ///
    /// @param isInBrowser whether they are to agree in the browser now, and then say so
    /// @param answer told whether; at once that it may not where no notebook is open
    public void askAccess(
            ServerAddress server,
            ColabAccess access,
            boolean isInBrowser,
            Consumer<Boolean> answer) {
        var there = open.noticesAt(server);
        if (there.isEmpty()) {
            answer.accept(false);
        }
        var notice =
                new Notice.AccessWanted(
                        SessionLent.name(desk, server),
                        access == ColabAccess.DRIVE,
                        isInBrowser,
                        answer);
        there.forEach(it -> it.add(notice));
    }

    /// Such a question needs no answer any more.
    public void accessSettled(ServerAddress server) {
        open.noticesAt(server).forEach(Notices::untellAccess);
    }

    /// Such a question needs no answer any more.
    public void usedAgain(ServerAddress server) {
        open.noticesAt(server).forEach(Notices::untellUnused);
    }

    @Override
    public List<Path> recent() {
        return desk.settings().current().recent();
    }

    private FutureTask<OpenOutcome> reading(Path file, FileKind kind) {
        return new FutureTask<>(() -> desk.services().files().open(file, kind));
    }

    private static OpenOutcome result(FutureTask<OpenOutcome> reading, Path file) {
        try {
            return reading.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new OpenOutcome.Unreadable(file, OpenOutcome.Reason.OTHER, "");
        } catch (ExecutionException e) {
            var cause = String.valueOf(e.getCause());
            return new OpenOutcome.Unreadable(file, OpenOutcome.Reason.OTHER, cause);
        }
    }

    /// A copy whose origin cannot be read is opened as what it is: a file of this computer.
    private @Nullable Origin origin(Path file) {
        try {
            return desk.services().copies().origin(file).orElse(null);
        } catch (IOException e) {
            LOG.warn("{} is open without its origin", file, e);
            return null;
        }
    }

    private Opened opened(OpenOutcome outcome, @Nullable Origin origin) {
        return switch (outcome) {
            case OpenOutcome.Opened(var file) -> {
                var path = file.path();
                boolean isOwn = !(file.access() instanceof NotebookFile.Access.Library);
                if (path != null && isOwn && origin == null) {
                    desk.settings().update(settings -> settings.withRecent(path));
                }
                yield new Opened.Ready(document(file, origin, ""));
            }
            case OpenOutcome.NotANotebook(var path, var problem) ->
                    new Opened.Refused(
                            refusal(path, new ReadProblemWords().explain(problem), true));
            case OpenOutcome.Unreadable unreadable -> new Opened.Refused(refusal(unreadable));
        };
    }

    private Refusal refusal(OpenOutcome.Unreadable unreadable) {
        var file = unreadable.path();
        if (unreadable.reason() == OpenOutcome.Reason.MISSING) {
            desk.settings().update(settings -> settings.withoutRecent(file));
        }
        return refusal(file, new FileProblemWords().explain(unreadable), false);
    }

    private static Refusal refusal(Path file, Explanation words, boolean readable) {
        return new Refusal(
                file, words.happened(), words.meaning(), words.remedy(), words.details(), readable);
    }

    private Document document(NotebookFile file, @Nullable Origin origin, String untitledName) {
        var session = new NotebookSession(file, desk.services(), desk.owner());
        var document = new SessionDocument(session, desk, memory, open, origin, untitledName);
        if (file.kind() == FileKind.NOTEBOOK) {
            session.kernel().resume(document.home());
        }
        document.begin();
        return document;
    }
}
