package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.runtime.FakeRuntimes;
import org.cellist.app.ui.runtime.RuntimeChoices;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.jspecify.annotations.Nullable;

/// A document whose state a test sets, and which notes what is asked of it.
public final class FakeDocument implements Document {

    static final DocumentState SAVED =
            new DocumentState(
                    new SaveState.Saved(),
                    new Access.Writable(),
                    new RuntimeState.Idle("Python 3.12"),
                    false);

    final List<String> asked = new ArrayList<>();
    final List<FakePage> pages = new ArrayList<>();
    final FakeRuntimes runtimes = new FakeRuntimes();
    @Nullable KernelRuntime runtime;
    public @Nullable Place place; // where its kernel runs
    public AcceleratorChoice accelerator = new AcceleratorChoice.Everything();
    public final FakeVariables variables = new FakeVariables();
    public final Map<CellId, CellProgress> progress = new HashMap<>();
    final Deque<Runnable> duringSaves = new ArrayDeque<>();
    SaveOutcome nextOutcome = new SaveOutcome.Saved(Path.of("unused"));

    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Path file;
    private DocumentState state = SAVED;
    private Notebook notebook = notebookOf();
    boolean isPlain; // a text, in which nothing is run

    public FakeDocument(@Nullable Path file) {
        this.file = file;
        if (file == null) {
            state = with(new SaveState.NoFile());
        }
    }

    public static Notebook notebookOf(Cell... cells) {
        return new Notebook(NbformatVersion.CURRENT, JsonObject.EMPTY, List.of(cells), null);
    }

    public static Cell markdown(String id, String source) {
        return new Cell.MarkdownCell(new CellId(id), source, JsonObject.EMPTY, Map.of(), null);
    }

    public static Cell code(String id, String source) {
        return new Cell.CodeCell(
                new CellId(id), source, JsonObject.EMPTY, null, CellOutputs.NONE, null);
    }

    public void set(Notebook now) {
        notebook = now;
        changed();
    }

    public void set(DocumentState now) {
        state = now;
        changed();
    }

    DocumentState with(SaveState save) {
        return new DocumentState(save, state.access(), state.runtime(), state.foreignChange());
    }

    public DocumentState with(RuntimeState runtime) {
        return new DocumentState(state.save(), state.access(), runtime, state.foreignChange());
    }

    DocumentState with(Access access) {
        return new DocumentState(state.save(), access, state.runtime(), state.foreignChange());
    }

    DocumentState withForeignChange() {
        return new DocumentState(state.save(), state.access(), state.runtime(), true);
    }

    void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public String name() {
        return file == null ? "Untitled.ipynb" : String.valueOf(file.getFileName());
    }

    @Override
    public String proposedName() {
        return state.access() instanceof Access.ReadOnly ? "other " + name() : name();
    }

    @Override
    public @Nullable Path file() {
        return file;
    }

    @Override
    public NotebookPage newPage() {
        var page = new FakePage(this);
        pages.add(page);
        return page;
    }

    @Override
    public void retain() {
        asked.add("retain");
    }

    @Override
    public boolean isNotebook() {
        return !isPlain;
    }

    @Override
    public Notebook notebook() {
        return notebook;
    }

    @Override
    public Supplier<@Nullable PagePlace> keep(PagePlace place) {
        return () -> place;
    }

    @Override
    public DocumentState state() {
        return state;
    }

    @Override
    public CellProgress progress(CellId cell) {
        return progress.getOrDefault(cell, CellProgress.NOT_RUN);
    }

    @Override
    public FakeVariables variables() {
        return variables;
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void save(Consumer<SaveOutcome> then) {
        asked.add("save");
        finish(then);
    }

    @Override
    public void saveAs(Path to, Consumer<SaveOutcome> then) {
        asked.add("saveAs " + to.getFileName());
        if (nextOutcome instanceof SaveOutcome.Saved) {
            file = to;
        }
        finish(then);
    }

    @Override
    public void keepBoth(Consumer<SaveOutcome> then) {
        asked.add("keepBoth");
        finish(then);
    }

    @Override
    public void overwrite(Consumer<SaveOutcome> then) {
        asked.add("overwrite");
        nextOutcome = new SaveOutcome.Saved(Path.of("unused"));
        finish(then);
    }

    private void finish(Consumer<SaveOutcome> then) {
        if (nextOutcome instanceof SaveOutcome.Saved) {
            set(with(new SaveState.Saved()));
        }
        var during = duringSaves.poll();
        if (during != null) {
            during.run();
        }
        then.accept(nextOutcome);
    }

    @Override
    public void reload() {
        asked.add("reload");
    }

    @Override
    public void allowWriting() {
        asked.add("allowWriting");
    }

    @Override
    public void lookAtFile() {
        asked.add("lookAtFile");
    }

    @Override
    public void restart() {
        asked.add("restart");
    }

    @Override
    public void connectNow() {
        asked.add("connectNow");
    }

    @Override
    public void restartAndRunAll() {
        asked.add("restartAndRunAll");
    }

    @Override
    public Optional<KernelRuntime> runtime() {
        return Optional.ofNullable(runtime);
    }

    @Override
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    @Override
    public AcceleratorChoice accelerator() {
        return accelerator;
    }

    @Override
    public RuntimeChoices runtimes() {
        return runtimes;
    }

    @Override
    public void keepKernel() {
        asked.add("keepKernel");
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
