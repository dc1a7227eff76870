package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.FakeKernels.FakeKernel;
import org.cellist.app.session.KernelPort.Outcome;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.StartFailure;
import org.junit.jupiter.api.Test;

/// The life of a notebook's kernels, played without any. The test's thread is the owner.
class NotebookKernelTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final KernelRuntime.Local PYTHON = FakeKernels.runtime("python3", "python");
    private static final KernelRuntime.Local JAVA = FakeKernels.runtime("java", "java");

    private final FakeKernels kernels = new FakeKernels();
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private NotebookStore store = notebook(JsonObject.EMPTY);
    private NotebookKernel kernel = kernel();

    @Test
    void aRestartWaitsForTheOldProcessToEnd() throws Exception {
        var old = running(PYTHON);

        kernel.restart();
        kernels.awaitAsked("end to restart python3");
        assertEquals(new KernelState.Starting(PYTHON), kernel.state());
        assertEquals(List.of("start python3", "end to restart python3"), kernels.asked);
        old.mayEnd.countDown();
        kernels.give(PYTHON);
        until(() -> kernel.state() instanceof KernelState.Idle);

        assertEquals(
                List.of("start python3", "end to restart python3", "start again python3"),
                kernels.asked);
    }

    @Test
    void twoRestartsAtOnceLeaveOneKernel() throws Exception {
        var old = running(PYTHON);

        kernel.restart();
        kernels.awaitAsked("end to restart python3");
        kernel.restart();
        old.mayEnd.countDown();
        kernels.give(PYTHON);
        until(() -> kernel.state() instanceof KernelState.Idle);

        assertEquals(
                List.of("start python3", "end to restart python3", "start python3"), kernels.asked);
    }

    @Test
    void cellsOfARestartRunOnTheNewKernel() throws Exception {
        var old = running(PYTHON);
        run(0);
        old.channels.sent("execute_request");

        kernel.restart();
        run(0, 1);
        old.mayEnd.countDown();
        var fresh = kernels.give(PYTHON);
        until(() -> execution(0) instanceof CellExecution.Running);

        fresh.channels.sent("execute_request");
        assertInstanceOf(CellExecution.Queued.class, execution(1));
    }

    @Test
    void anotherChoiceEndsTheOldKernelFirst() throws Exception {
        var old = running(PYTHON);

        kernel.choose(JAVA);
        run(0);
        kernels.awaitAsked("end python3");
        assertEquals(List.of("start python3", "end python3"), kernels.asked);
        old.mayEnd.countDown();
        kernels.give(JAVA);
        until(() -> execution(0) instanceof CellExecution.Running);

        assertEquals(List.of("start python3", "end python3", "start java"), kernels.asked);
    }

    @Test
    void aChoiceDuringAStartGivesItUpAndTakesTheCellsAlong() throws Exception {
        kernel.choose(PYTHON);
        run(0);
        kernels.awaitAsked("start python3");

        kernel.choose(JAVA);
        kernels.awaitAsked("start java");
        var java = kernels.give(JAVA);
        until(() -> execution(0) instanceof CellExecution.Running);

        java.channels.sent("execute_request");
        assertEquals(List.of("start python3", "start java"), kernels.asked);
    }

    @Test
    void aKernelThatComesAfterAnotherWasChosenIsClosedBeforeThatStarts() throws Exception {
        kernel.choose(PYTHON);
        run(0);
        kernels.awaitAsked("start python3");
        var late = kernels.give(PYTHON);
        var report = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS); // not done yet

        kernel.choose(JAVA);
        kernels.awaitAsked("start java");
        report.run();
        kernels.give(JAVA);
        until(() -> kernel.state() instanceof KernelState.Idle);

        assertEquals(List.of("start python3", "close python3", "start java"), kernels.asked);
        assertFalse(late.channels.hasSent());
        assertEquals(JAVA, kernel.runtime());
    }

    @Test
    void aKernelThatWasFoundTooLateRunsOn() throws Exception {
        kernel.choose(PYTHON);
        run(0);
        kernels.awaitAsked("start python3");
        kernels.give(PYTHON).wasFound = true;
        var report = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS); // not done yet

        kernel.choose(JAVA);
        kernels.awaitAsked("start java");
        report.run();

        assertEquals(List.of("start python3", "leave python3", "start java"), kernels.asked);
    }

    @Test
    void aDeathIsToldOnceAllThatTheKernelSaidWasHeard() throws Exception {
        var dying = running(PYTHON);
        run(0);
        until(() -> execution(0) instanceof CellExecution.Running);
        var exit = new KernelExit(139, false, "segfault");

        dying.exit.complete(exit);
        var request = dying.channels.sent("execute_request");
        dying.channels.broadcast(request, "stream", "{\"name\":\"stdout\",\"text\":\"last\"}");
        dying.channels.close();
        until(() -> kernel.state() instanceof KernelState.Dead);

        assertEquals(new KernelState.Dead(PYTHON, exit), kernel.state());
        assertInstanceOf(CellExecution.Failed.class, execution(0));
        assertEquals(List.of("start python3"), kernels.asked);
    }

    @Test
    void aConnectionThatEndsBeforeTheProcessEndsTheProcessAndTheNextCellStartsAnother()
            throws Exception {
        var lost = running(PYTHON);
        run(0);
        until(() -> execution(0) instanceof CellExecution.Running);

        lost.channels.close();
        until(() -> kernel.state() instanceof KernelState.Dead);
        assertInstanceOf(CellExecution.Failed.class, execution(0));
        run(1);
        var fresh = kernels.give(PYTHON);
        until(() -> execution(1) instanceof CellExecution.Running);

        fresh.channels.sent("execute_request");
        assertEquals(List.of("start python3", "close python3", "start python3"), kernels.asked);
    }

    @Test
    void aKernelWhoseHeartStopsDoesNotAnswerUntilItBeatsAgain() throws Exception {
        var silent = running(PYTHON);

        silent.channels.put(new ChannelEvent.Heartbeat(false));
        until(() -> kernel.state() instanceof KernelState.Unresponsive);
        silent.channels.put(new ChannelEvent.Heartbeat(true));
        until(() -> kernel.state() instanceof KernelState.Idle);
    }

    @Test
    void aKernelThatNobodyRecordsIsUnheardUntilSomebodyDoes() throws Exception {
        var alone = running(PYTHON);
        var next = Instant.parse("2026-11-30T12:00:00Z");

        alone.channels.put(new ChannelEvent.RecorderLost("disk full"));
        until(() -> kernel.state().equals(new KernelState.Unheard(PYTHON, "disk full", null)));
        alone.channels.put(new ChannelEvent.Retrying(next));
        until(() -> kernel.state().equals(new KernelState.Unheard(PYTHON, "disk full", next)));
        alone.channels.put(new ChannelEvent.Disconnected("cut", false));
        until(() -> kernel.state().equals(new KernelState.Disconnected(PYTHON, null)));
        alone.channels.put(new ChannelEvent.Reconnected());
        until(() -> kernel.state() instanceof KernelState.Idle);
    }

    @Test
    void aBrokenConnectionIsAStateOfItsOwnInWhichCellsGoOnRunning() throws Exception {
        var away = running(PYTHON);
        run(0);
        until(() -> execution(0) instanceof CellExecution.Running);
        var next = Instant.parse("2026-11-30T12:00:00Z");

        away.channels.put(new ChannelEvent.Disconnected("cut", false));
        until(() -> kernel.state().equals(new KernelState.Disconnected(PYTHON, null)));
        away.channels.put(new ChannelEvent.Retrying(next));
        until(() -> kernel.state().equals(new KernelState.Disconnected(PYTHON, next)));
        kernel.connectNow();

        kernels.awaitAsked("hurry python3");
        assertInstanceOf(CellExecution.Running.class, execution(0));
        away.channels.put(new ChannelEvent.Reconnected());
        until(() -> !(kernel.state() instanceof KernelState.Disconnected));
        assertInstanceOf(CellExecution.Running.class, execution(0));
    }

    @Test
    void aKernelThatIsJoinedAtWorkShowsIt() throws Exception {
        kernel.choose(PYTHON);
        var joined = kernels.give(PYTHON);
        joined.isBusy = true;
        kernel.ensureRunning();

        until(() -> kernel.state() instanceof KernelState.Busy);
    }

    @Test
    void cellsWaitWhileTheKernelIsMissingAndRunOnTheOneThatIsChosen() throws Exception {
        open(kernelspec("ir"));
        kernels.install(PYTHON, JAVA);

        run(0, 1);
        until(() -> kernel.state() instanceof KernelState.Missing);
        assertEquals(new KernelState.Missing("ir", null), kernel.state());
        assertInstanceOf(CellExecution.Queued.class, execution(0));
        kernel.choose(PYTHON);
        var chosen = kernels.give(PYTHON);
        until(() -> execution(0) instanceof CellExecution.Running);

        chosen.channels.sent("execute_request");
        assertInstanceOf(CellExecution.Queued.class, execution(1));
    }

    @Test
    void cellsWaitForConsent() throws Exception {
        kernel.choose(PYTHON);
        run(0);
        kernels.give(new Outcome.Failed(new StartFailure.ConsentNeeded(Path.of("/w/venv"))));
        until(() -> kernel.state() instanceof KernelState.Failed);
        assertInstanceOf(CellExecution.Queued.class, execution(0));

        kernel.choose(PYTHON);
        kernels.give(PYTHON);
        until(() -> execution(0) instanceof CellExecution.Running);
    }

    @Test
    void aKernelThatDoesNotStartTakesTheCellsOffTheQueue() throws Exception {
        kernel.choose(PYTHON);
        run(0);
        kernels.give(new Outcome.Failed(new StartFailure.ProgramMissing("python3")));
        until(() -> kernel.state() instanceof KernelState.Failed);

        assertInstanceOf(CellExecution.NotRun.class, execution(0));
    }

    @Test
    void aNotebookThatNamesOnlyItsLanguageRunsOnAKernelOfThatLanguage() throws Exception {
        open(language("python"));
        kernels.install(JAVA, FakeKernels.runtime("venv", "Python"));

        run(0);
        until(() -> kernel.state() instanceof KernelState.Starting);

        kernels.awaitAsked("start venv");
    }

    @Test
    void aNotebookThatNamesOnlyItsLanguageRunsOnNoOther() throws Exception {
        open(language("julia"));
        kernels.install(JAVA, PYTHON);

        run(0);
        until(() -> kernel.state() instanceof KernelState.Missing);

        assertEquals(new KernelState.Missing("julia", "julia"), kernel.state());
        assertEquals(List.of(), kernels.asked);
    }

    @Test
    void aNotebookThatSaysNothingRunsOnPython() throws Exception {
        kernels.install(JAVA, PYTHON);

        run(0);
        until(() -> kernel.state() instanceof KernelState.Starting);

        kernels.awaitAsked("start python3");
    }

    @Test
    void aNotebookThatSaysNothingRunsOnTheBuiltInKernelWhereNoPythonIs() throws Exception {
        kernels.install(JAVA);

        run(0);
        until(() -> kernel.state() instanceof KernelState.Starting);

        kernels.awaitAsked("start java");
    }

    @Test
    void aNotebookRunsAtHomeUnlessAPersonHasChosenAnything() throws Exception {
        kernel.setPlace(KernelPlace.of(Path.of("a.ipynb")));
        var asked = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        Supplier<KernelRuntime> home =
                () -> {
                    asked.countDown();
                    return awaited(mayAnswer, JAVA);
                };
        kernel.resume(Optional.of(home));
        run(0); // before anybody knows where
        asked.await();
        assertEquals(List.of(), kernels.asked);
        mayAnswer.countDown();
        kernels.give(JAVA);
        until(() -> execution(0) instanceof CellExecution.Running);
        assertEquals(List.of("start java"), kernels.asked);

        kernel = kernel();
        kernel.setPlace(KernelPlace.of(Path.of("a.ipynb")));
        kernel.choose(PYTHON);
        kernel.resume(Optional.of(home));
        kernels.give(PYTHON);
        run(0);
        until(() -> kernel.state() instanceof KernelState.Idle);
        assertEquals(List.of("start java", "start python3"), kernels.asked);
    }

    private static KernelRuntime awaited(CountDownLatch latch, KernelRuntime then) {
        try {
            latch.await();
            return then;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private FakeKernel running(KernelRuntime runtime) throws InterruptedException {
        kernel.choose(runtime);
        kernel.ensureRunning();
        var given = kernels.give(runtime);
        until(() -> kernel.state() instanceof KernelState.Idle);
        return given;
    }

    private void open(JsonObject metadata) {
        store = notebook(metadata);
        kernel = kernel();
    }

    private NotebookKernel kernel() {
        return new NotebookKernel(
                kernels,
                store,
                new Owner(tasks::add, tasks::add),
                new KernelPlace(Path.of("/w"), null),
                Clock.systemUTC(),
                _ -> {});
    }

    private static NotebookStore notebook(JsonObject metadata) {
        var cells = Stream.of("a", "b").map(it -> NewNotebook.cell(CellType.CODE, it)).toList();
        var notebook = NewNotebook.empty().withCells(cells).withMetadata(metadata);
        return new NotebookStore(notebook, Clock.systemUTC());
    }

    private static JsonObject kernelspec(String name) {
        var named = JsonObject.EMPTY.with("name", new JsonString(name));
        return JsonObject.EMPTY.with("kernelspec", named);
    }

    private static JsonObject language(String name) {
        var named = JsonObject.EMPTY.with("name", new JsonString(name));
        return JsonObject.EMPTY.with("language_info", named);
    }

    private void run(int... cells) {
        kernel.queue().add(Arrays.stream(cells).mapToObj(this::id).toList());
    }

    private CellId id(int index) {
        return store.notebook().cells().get(index).id();
    }

    private CellExecution execution(int index) {
        return kernel.queue().execution(id(index));
    }

    /// Does the owner's tasks until that is so.
    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("waited in vain; " + kernel.state() + kernels.asked);
            }
            task.run();
        }
    }
}
