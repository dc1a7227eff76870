package org.cellist.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.ExecutionListener;
import org.cellist.app.execution.InputPrompt;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.runtime.ConsentStore;
import org.jspecify.annotations.Nullable;

/// A session whose cells the test runs on a real kernel, and waits.
///
/// Confined to the test's thread.
final class RunSession implements ExecutionListener, AutoCloseable {

    final NotebookSession session;
    final List<String> nextInputs = new ArrayList<>();
    @Nullable InputPrompt prompt;
    private final PlayedSession played;
    private final Path file;

    RunSession(Path file) {
        this(file, ConsentStore.NOTHING);
    }

    RunSession(Path file, ConsentStore consents) {
        this.file = file;
        played = new PlayedSession(PlayedSession.opened(file), consents);
        session = played.session;
        session.kernel().launch().leaveUnattended();
        session.kernel().queue().addListener(this);
    }

    /// Adds code cells to the queue, by their place among all cells.
    void run(int... which) {
        session.kernel().queue().add(Arrays.stream(which).mapToObj(this::id).toList());
    }

    /// Runs them and waits until nothing runs any more.
    void runToTheEnd(int... which) throws InterruptedException {
        run(which);
        untilIdle();
    }

    void untilIdle() throws InterruptedException {
        until(session.kernel().queue()::isIdle);
    }

    /// Does the owner's tasks until that is so.
    void until(BooleanSupplier condition) throws InterruptedException {
        played.until(
                () -> {
                    failWithoutKernel();
                    return condition.getAsBoolean();
                });
    }

    private void failWithoutKernel() {
        var state = session.kernel().state();
        if (state instanceof KernelState.Missing || state instanceof KernelState.Failed) {
            throw new AssertionError(
                    "no Python kernel: sudo apt-get install -y python3-ipykernel; " + state);
        }
    }

    /// Does what the owner was given already.
    void settle() {
        played.settle();
    }

    /// Writes the notebook; returns what the file holds then.
    String save() throws IOException, InterruptedException {
        session.save(_ -> {});
        played.untilIs(new SaveState.Saved());
        return Files.readString(file);
    }

    /// Returns the notebook as the file holds it.
    Notebook reopened() {
        return PlayedSession.opened(file).notebook();
    }

    CellId id(int index) {
        return session.store().notebook().cells().get(index).id();
    }

    CellExecution execution(int index) {
        return session.kernel().queue().execution(id(index));
    }

    KernelState kernelState() {
        return session.kernel().state();
    }

    /// Returns the outputs of each code cell.
    List<String> allShown() {
        return codeCells().stream().map(RunSession::words).toList();
    }

    List<@Nullable Integer> executionCounts() {
        var counts = new ArrayList<@Nullable Integer>();
        codeCells().forEach(cell -> counts.add(cell.executionCount()));
        return counts;
    }

    private List<CodeCell> codeCells() {
        return session.store().notebook().cells().stream()
                .filter(CodeCell.class::isInstance)
                .map(CodeCell.class::cast)
                .toList();
    }

    /// Returns the outputs of a cell: printed text as it is, all else in brackets.
    String shown(int index) {
        return session.store().notebook().cells().get(index) instanceof CodeCell cell
                ? words(cell)
                : "";
    }

    static String words(CodeCell cell) {
        return cell.outputs().items().stream().map(RunSession::words).collect(Collectors.joining());
    }

    private static String words(CellOutput output) {
        return switch (output) {
            case CellOutput.Text(_, var text) -> text.text();
            case CellOutput.Rich rich -> "[" + rich.data().text("text/plain").orElse("?") + "]";
            case CellOutput.Failed failed -> "[" + failed.ename() + "]";
            case CellOutput.Unknown _ -> "[?]";
        };
    }

    private int index(CellId cell) {
        return session.store().notebook().cells().stream()
                .map(it -> it.id())
                .toList()
                .indexOf(cell);
    }

    @Override
    public void executionChanged(CellId cell, CellExecution execution) {
        // Asked for.
    }

    @Override
    public void inputChanged(@Nullable InputPrompt newPrompt) {
        prompt = newPrompt;
    }

    @Override
    public void nextInput(CellId cell, String text, boolean replaces) {
        nextInputs.add(index(cell) + " " + replaces + " " + text);
    }

    @Override
    public void close() {
        played.close();
    }
}
