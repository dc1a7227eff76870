package org.cellist.app.ui.workbench.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When kernels on a server are asked, and when not. The test's thread is the owner.
class ServerLooksTest {

    private static final Place.OnServer LAB =
            new Place.OnServer(FakeServers.address("http://localhost:8888"));
    private static final Path NOTEBOOK = Path.of("/w/a.ipynb").toAbsolutePath();

    private final Locale before = Locale.getDefault();
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final MovedClock clock = new MovedClock();
    private final OnLab document = new OnLab();
    private final MemoryWatch watch =
            new MemoryWatch(
                    new Means(
                            new MachineResources(new KernelBridge(null, ConsentStore.NOTHING)),
                            new FakeHosts(),
                            Runnable::run,
                            owner::add,
                            timer,
                            clock));

    @BeforeEach
    void start() {
        Locale.setDefault(Locale.ENGLISH);
        watch.watch(document, LAB);
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        timer.shutdownNow();
    }

    @Test
    void aKernelIsAskedAfterARunAndAgainWhileSomebodySeesIt() throws Exception {
        rest();
        assertEquals(1, document.asked);
        assertEquals(Age.NOW, age());
        assertEquals(1, document.asked);

        clock.move(Duration.ofSeconds(5));
        assertEquals(Age.NOW, age());
        assertEquals(2, document.asked);
    }

    @Test
    void aKernelThatWorksIsNotAsked() throws Exception {
        rest();
        document.isBusy = true;
        clock.move(Duration.ofMinutes(1));

        assertEquals(Age.BEFORE_THIS_RUN, age());
        assertEquals(1, document.asked);
    }

    @Test
    void aKernelThatRestsIsLeftAlone() throws Exception {
        rest();
        clock.move(Duration.ofMinutes(11));

        assertEquals(Age.AFTER_THE_LAST_RUN, age());
        assertEquals(1, document.asked);
    }

    @Test
    void aKernelOfAnotherLanguageIsNotAsked() throws Exception {
        document.language = "R";
        rest();

        assertEquals(new Look.Unknown("Only kernels in Python say what they run on."), look());
        assertEquals(0, document.asked);
    }

    @Test
    void aKernelThatDoesNotUnderstandIsAskedOnce() throws Exception {
        document.answer = "[]";
        rest();
        clock.move(Duration.ofMinutes(1));

        assertEquals(new Look.Unknown("Its kernels do not say what they run on."), look());
        assertEquals(1, document.asked);
    }

    @Test
    void aNotebookIsToldWhenARunHasLeftLittle() throws Exception {
        document.answer =
                "{\"memory\": [100, 3], \"gpus\": {\"nvidia\": \"\"}, \"kernels\": [{\"memory\":"
                        + " 80}]}";
        rest();

        assertEquals(List.of(new Notice.MemoryLow("localhost:8888", 3, 100, 80)), document.told);
    }

    /// The kernel has nothing to do any more, and is asked in a moment.
    private void rest() throws InterruptedException {
        watch.rests(document);
        Objects.requireNonNull(owner.poll(20, TimeUnit.SECONDS)).run();
    }

    private Age age() {
        return assertInstanceOf(Look.Known.class, look()).age();
    }

    private Look look() {
        var found = new ArrayList<Look>();
        watch.look(LAB, NOTEBOOK, found::add);
        return found.getFirst();
    }

    /// A notebook that runs there. Confined to the test's thread.
    private static final class OnLab implements Watched {

        final List<Notice> told = new ArrayList<>();
        boolean isBusy;
        String language = "python";
        String answer =
                "{\"memory\": [100, 50], \"gpus\": {\"nvidia\": \"\"}, \"kernels\": [{\"memory\":"
                        + " 30}]}";
        int asked;

        @Override
        public String name() {
            return "a.ipynb";
        }

        @Override
        public Path notebook() {
            return NOTEBOOK;
        }

        @Override
        public Optional<KernelRuntime> runtime() {
            var spec = new ServerKernelspec("any", "Any", language);
            return Optional.of(new KernelRuntime.JupyterServer(LAB.server(), spec, null));
        }

        @Override
        public KernelState state() {
            var runtime = runtime().orElseThrow();
            return isBusy ? new KernelState.Busy(runtime) : new KernelState.Idle(runtime);
        }

        @Override
        public void ask(KernelQuestion question, Consumer<KernelAnswer<Evaluation>> then) {
            asked++;
            try {
                var json = RawJson.parse(answer.getBytes(StandardCharsets.UTF_8)).value();
                then.accept(new KernelAnswer.Given<>(new Evaluation.Value(json)));
            } catch (JsonSyntaxException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void tell(Notice notice) {
            told.add(notice);
        }
    }
}
