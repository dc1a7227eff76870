package org.cellist.app.ui.workbench.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.installed.InstalledPackages;
import org.cellist.app.environment.packages.PackageFile;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookMetadata;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.ui.runtime.backup.PackageChoices;
import org.cellist.app.ui.workbench.port.Document;
import org.jspecify.annotations.Nullable;

/// The packages of a session's kernel, and the lists of them that its notebook has.
///
/// Confined to the JavaFX Application Thread.
final class SessionPackages implements PackageChoices {

    private static final String PYTHON = "python";

    private final NotebookSession session;
    private final Desk desk;
    private final Document document;

    /// @param document the session's, which tells of changes
    SessionPackages(NotebookSession session, Desk desk, Document document) {
        this.session = session;
        this.desk = desk;
        this.document = document;
    }

    @Override
    public String notebook() {
        return document.name();
    }

    @Override
    public @Nullable Path file() {
        return document.file();
    }

    @Override
    public String runtime() {
        var runtime = session.kernel().runtime();
        return runtime == null ? "" : runtime.displayName();
    }

    @Override
    public void look(Consumer<Look> then) {
        var runtime = session.kernel().runtime();
        var language = runtime == null ? PYTHON : runtime.language();
        if (language.equalsIgnoreCase(PYTHON)) {
            session.kernel()
                    .assist()
                    .evaluate(
                            "packages",
                            InstalledPackages.question(),
                            answer -> then.accept(read(answer)));
        } else {
            desk.owner().thread().execute(() -> then.accept(new Look.OtherLanguage(language)));
        }
    }

    private Look read(KernelAnswer<Evaluation> answer) {
        return switch (answer) {
            case KernelAnswer.Given(Evaluation.Value(var json)) ->
                    InstalledPackages.read(json)
                            .<Look>map(Look.Known::new)
                            .orElseGet(() -> new Look.Failed(""));
            case KernelAnswer.Given(Evaluation.Failed(var why)) -> new Look.Failed(why);
            case KernelAnswer.Given(Evaluation.Unsupported()) -> new Look.Failed("");
            case KernelAnswer.Busy<Evaluation> _, KernelAnswer.Late<Evaluation> _ ->
                    new Look.Busy();
            case KernelAnswer.NoKernel<Evaluation> _ ->
                    new Look.NotRunning(session.kernel().state() instanceof KernelState.Starting);
        };
    }

    @Override
    public void start() {
        session.kernel().ensureRunning();
    }

    @Override
    public Runnable onChange(Runnable listener) {
        return document.onChange(listener);
    }

    @Override
    public Optional<EnvironmentBackup> kept() {
        return EnvironmentBackup.in(session.store().notebook().metadata());
    }

    @Override
    public void keep(EnvironmentBackup backup) {
        var metadata = session.store().notebook().metadata();
        session.store().apply(new SetNotebookMetadata(backup.into(metadata)));
    }

    @Override
    public void find(Consumer<List<Path>> then) {
        var file = file();
        inBackground(() -> file == null ? List.of() : beside(file), then);
    }

    private static List<Path> beside(Path notebook) {
        var files = new ArrayList<Path>();
        var own = notebook.resolveSibling(EnvironmentBackup.fileName(notebook));
        if (Files.isRegularFile(own)) {
            files.add(own);
        }
        var folder = notebook.toAbsolutePath().getParent();
        if (folder != null) {
            files.addAll(PackageFile.in(folder));
        }
        return files;
    }

    @Override
    public void read(Path file, Consumer<PackageFile.Outcome> then) {
        inBackground(() -> PackageFile.read(file), then);
    }

    @Override
    public void write(Path file, String text, Consumer<Optional<String>> then) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        inBackground(
                () ->
                        new NotebookFiles().export(file, bytes) instanceof SaveOutcome.NotSaved why
                                ? Optional.of(new FileProblemWords().explain(why))
                                : Optional.empty(),
                then);
    }

    private <T> void inBackground(Supplier<T> work, Consumer<T> then) {
        desk.background()
                .execute(
                        () -> {
                            var result = work.get();
                            desk.owner().thread().execute(() -> then.accept(result));
                        });
    }
}
