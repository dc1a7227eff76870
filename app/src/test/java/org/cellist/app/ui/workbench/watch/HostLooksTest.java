package org.cellist.app.ui.workbench.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.ServerNotebooks;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.HostSource;
import org.cellist.app.ui.runtime.HostSource.Wish;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.MachineLook.KernelUse;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.SshHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is heard of a machine over SSH, and who is told. The test's thread is the owner.
class HostLooksTest {

    private static final SshHost BOX = FakeHosts.host("gpu-box");
    private static final Place ON_BOX = new Place.OnHost(BOX);
    private static final MachineLoad LOAD = new MachineLoad(0.5, 4, 100, 60, 1000, 500);
    private static final Path NOTEBOOK = Path.of("/w/a.ipynb").toAbsolutePath();

    private final Locale before = Locale.getDefault();
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FakeHosts hosts = new FakeHosts();
    private final FakeMeter meter = new FakeMeter();
    private final MovedClock clock = new MovedClock();
    private final MemoryWatch watch =
            new MemoryWatch(
                    new Means(
                            new MachineResources(new KernelBridge(null, ConsentStore.NOTHING)),
                            hosts,
                            task -> Thread.ofVirtual().start(task),
                            owner::add,
                            timer,
                            clock));

    @BeforeEach
    void start() {
        Locale.setDefault(Locale.ENGLISH);
        hosts.meters.put(BOX, meter);
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        meter.close();
        timer.shutdownNow();
    }

    @Test
    void everythingIsLookedAtOnceAndThenTheMemoryAloneUntilSomebodySeesIt() throws Exception {
        var document = new OnBox();
        watch.watch(document, ON_BOX);
        meter.say(new MachineLook(LOAD, GpuLook.NONE, List.of()));
        until(() -> watch.watched(ON_BOX).getValue() != null);
        assertEquals(new Wish(false, ""), asked());

        assertInstanceOf(Look.Known.class, look());
        assertEquals(new Wish(true, ServerNotebooks.onHost(NOTEBOOK)), asked());

        clock.move(Duration.ofMinutes(1));
        assertInstanceOf(Look.Soon.class, look());
        assertEquals(List.of("meter gpu-box whole"), List.copyOf(hosts.asked));
    }

    @Test
    void aKernelBelongsToTheNotebookThatIsOpenThere() throws Exception {
        var document = new OnBox();
        var id = ServerNotebooks.onHost(NOTEBOOK);
        watch.watch(document, ON_BOX);
        look();
        meter.say(
                new MachineLook(
                        LOAD,
                        GpuLook.NONE,
                        List.of(
                                new KernelUse(id, "a.ipynb", 30, 7),
                                new KernelUse("x", "x.ipynb", 5, -1))));
        until(() -> look() instanceof Look.Known);

        assertEquals(
                List.of(
                        new Use(id, NOTEBOOK, "a.ipynb", 30, 7, true),
                        new Use("x", null, "x.ipynb", 5, -1, false)),
                assertInstanceOf(Look.Known.class, look()).uses());
    }

    @Test
    void whoIsNotHeardIsSaidNotToBe() throws Exception {
        var document = new OnBox();
        watch.watch(document, ON_BOX);
        meter.say(new MachineLook(LOAD, GpuLook.NONE, List.of()));
        until(() -> watch.watched(ON_BOX).getValue() != null);

        meter.end();
        until(() -> look() instanceof Look.Unknown);

        assertEquals(new Look.Unknown("gpu-box cannot be asked at the moment."), look());
        assertNull(watch.watched(ON_BOX).getValue());
    }

    @Test
    void nobodyListensWhenNoKernelRunsThereAnyMore() throws Exception {
        var document = new OnBox();
        watch.watch(document, ON_BOX);
        meter.say(new MachineLook(LOAD, GpuLook.NONE, List.of()));
        until(() -> watch.watched(ON_BOX).getValue() != null);

        watch.watch(document, null);

        assertTrue(meter.isClosed);
        assertNull(watch.watched(ON_BOX).getValue());
        assertEquals(List.of(new Place.Here()), watch.places());
    }

    @Test
    void aNotebookIsToldBeforeTheMemoryThereRunsOut() throws Exception {
        var document = new OnBox();
        var kernel = new HostKernel(ServerNotebooks.onHost(NOTEBOOK), "Python 3", "a.ipynb", 0);
        hosts.running.put(
                BOX, List.of(new HostKernel.Activity(kernel, HostKernel.Work.BUSY, 1, 1, 90)));
        watch.watch(document, ON_BOX);

        meter.say(
                new MachineLook(new MachineLoad(0.5, 4, 100, 4, -1, -1), GpuLook.NONE, List.of()));
        until(() -> !document.told.isEmpty());

        assertEquals(List.of(new Notice.MemoryLow("gpu-box", 4, 100, 90)), document.told);
    }

    /// Returns what the machine is asked next; that is told it in the background.
    private Wish asked() throws InterruptedException {
        for (int i = 0; i < 2000; i++) {
            var wish = meter.asked.poll();
            if (wish != null) {
                return wish;
            }
            var task = owner.poll(10, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
        }
        throw new AssertionError("nothing was asked");
    }

    private Look look() {
        var found = new ArrayList<Look>();
        watch.look(ON_BOX, NOTEBOOK, found::add);
        return found.getFirst();
    }

    /// A notebook that runs there, and notes what it is told.
    private static final class OnBox implements Watched {

        final List<Notice> told = new ArrayList<>();

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
            return Optional.of(new KernelRuntime.OnHost(BOX, FakeHosts.PYTHON, null));
        }

        @Override
        public KernelState state() {
            return new KernelState.Idle(runtime().orElseThrow());
        }

        @Override
        public void ask(KernelQuestion question, Consumer<KernelAnswer<Evaluation>> then) {
            throw new AssertionError("a kernel over SSH is not asked");
        }

        @Override
        public void tell(Notice notice) {
            told.add(notice);
        }
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var task = owner.poll(20, TimeUnit.SECONDS);
            Objects.requireNonNull(task, "nothing happened for 20 seconds").run();
        }
    }

    /// Says what the test says. Thread-safe.
    private static final class FakeMeter implements HostSource.Meter {

        final BlockingQueue<Optional<MachineLook>> looks = new LinkedBlockingQueue<>();
        final BlockingQueue<Wish> asked = new LinkedBlockingQueue<>();
        volatile boolean isClosed;

        void say(MachineLook look) {
            looks.add(Optional.of(look));
        }

        void end() {
            looks.add(Optional.empty());
        }

        @Override
        public Optional<MachineLook> next() {
            try {
                return looks.take();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public void ask(Wish wish) {
            asked.add(wish);
        }

        @Override
        public void close() {
            isClosed = true;
            end();
        }
    }
}
