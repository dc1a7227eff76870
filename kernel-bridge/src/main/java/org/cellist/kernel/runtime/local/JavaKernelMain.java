package org.cellist.kernel.runtime.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// The bundled Java kernel's program: the kernel itself, an interrupt that it survives, and a word
/// when it may be asked.
///
/// It starts the threads of its channels before they are told to run, and before it knows what to
/// do with a request: on a busy machine one or another ends at once, and the kernel is deaf. So
/// they are all started anew when its preparations are over, and then it says [#READY].
///
/// On an `interrupt_request` that kernel shuts down the pool that runs code, so that no later cell
/// does anything, and forgets to whom it owes a reply. So it is interrupted by SIGINT, which
/// cancels what runs and nothing else. See docs/decisions/0017.
///
/// It runs in the kernel's process, on whose class path lie our own classes and the kernel's jar
/// and nothing else: it names the kernel's classes by reflection, since we are not built with them.
///
/// Thread-safe.
public final class JavaKernelMain {

    /// What is written to standard output, on a line of its own, when requests may be sent.
    static final String READY = "[cellist] the Java kernel is ready";

    private static final String KERNEL = "org.rapaio.jupyter.kernel.MainApp";

    /// How long to wait for code that is being compiled, between two statements of a cell.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long PERIOD_NANOS = Duration.ofMillis(5).toNanos();

    private JavaKernelMain() {}

    /// Starts the kernel. Where no thread of a channel ran, its own main method returns at
    /// once, and the process would end.
    ///
    /// @param arguments the connection file
    public static void main(String[] arguments)
            throws ReflectiveOperationException, InterruptedException {
        onInterrupt(JavaKernelMain::cancelWhatRuns);
        var ready = Thread.ofVirtual().name("ready").start(JavaKernelMain::sayWhenReady);
        Class.forName(KERNEL).getMethod("main", String[].class).invoke(null, (Object) arguments);
        ready.join();
    }

    /// `sun.misc.Signal` is supported, but every mention of it is a warning.
    private static void onInterrupt(Runnable action) throws ReflectiveOperationException {
        var signal = Class.forName("sun.misc.Signal");
        var handlerType = Class.forName("sun.misc.SignalHandler");
        var handler =
                Proxy.newProxyInstance(
                        JavaKernelMain.class.getClassLoader(),
                        new Class<?>[] {handlerType},
                        (_, _, _) -> { // nothing but `handle` is ever called
                            action.run();
                            return null;
                        });
        signal.getMethod("handle", signal, handlerType)
                .invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler);
    }

    private static void sayWhenReady() {
        try {
            var kernel = Class.forName(KERNEL).getField("kernel").get(null);
            var channels = get(kernel, "channels");
            while (channels == null || !field(channels, "isConnected").getBoolean(channels)) {
                LockSupport.parkNanos(PERIOD_NANOS);
                channels = get(kernel, "channels");
            }
            for (var channel : (Set<?>) get(channels, "channels")) {
                restartLoop(channel);
            }
            var out = new FileOutputStream(FileDescriptor.out); // the process's own: not closed
            out.write(('\n' + READY + '\n').getBytes(StandardCharsets.US_ASCII));
        } catch (ReflectiveOperationException | IOException e) {
            log("this Java kernel does not say when it is ready", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the channel's thread, whether it runs or not, and starts another for the same work.
    private static void restartLoop(Object channel)
            throws ReflectiveOperationException, InterruptedException {
        for (var slot : channel.getClass().getDeclaredFields()) {
            if (slot.getName().equals("loopThread")) {
                slot.setAccessible(true);
                var old = (Thread) slot.get(channel);
                var type = old.getClass();
                type.getMethod("shutdown").invoke(old);
                old.join();
                var loop =
                        (Thread)
                                type.getConstructor(String.class, long.class, Runnable.class)
                                        .newInstance(
                                                old.getName(),
                                                get(old, "sleep"),
                                                get(old, "loopBody"));
                field(loop, "running").setBoolean(loop, true);
                loop.setDaemon(false); // they are what keeps the process alive
                slot.set(channel, loop);
                loop.start();
            }
        }
    }

    /// Each signal has a thread of its own, so this may wait.
    private static void cancelWhatRuns() {
        try {
            var kernel = Class.forName(KERNEL).getField("kernel").get(null);
            var channels = get(kernel, "channels");
            var engine = get(kernel, "javaEngine");
            var provider = get(engine, "controlProvider");
            var control =
                    provider.getClass()
                            .getMethod("getRegisteredControl", String.class)
                            .invoke(provider, get(engine, "executionId"));
            cancel((Map<?, ?>) get(control, "running"), channels);
        } catch (ReflectiveOperationException e) {
            log("this Java kernel cannot be interrupted", e);
        }
    }

    /// The program's own logger: no other is on its class path.
    private static void log(String words, Exception cause) {
        System.getLogger(JavaKernelMain.class.getName()).log(Level.ERROR, words, cause);
    }

    /// Cancels the statement that runs. Between two statements none does, though the kernel is
    /// busy with the request; then it waits for the next.
    private static void cancel(Map<?, ?> running, Object channels)
            throws ReflectiveOperationException {
        var request = field(channels, "msgId");
        var atWork = request.get(channels);
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean done = atWork == null;
        while (!done
                && Objects.equals(atWork, request.get(channels))
                && System.nanoTime() - end < 0) {
            for (var future : running.values()) {
                done |= ((Future<?>) future).cancel(true);
            }
            if (!done) {
                LockSupport.parkNanos(PERIOD_NANOS);
            }
        }
    }

    private static Object get(Object owner, String name) throws ReflectiveOperationException {
        return field(owner, name).get(owner);
    }

    private static Field field(Object owner, String name) throws ReflectiveOperationException {
        var field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
