package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.zmq.ZmqChannels;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageSignature;
import org.cellist.kernel.recording.ResumedChannels;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.OutlivingKernel;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kernel on a host: its holder there, the tunnels to its ports, and
/// the way back to both when the connection breaks.
///
/// Thread-safe.
public final class HostProcess implements OutlivingKernel {

    private static final Logger LOG = LoggerFactory.getLogger(HostProcess.class);
    private static final Duration FORCE_AFTER = Duration.ofSeconds(2);
    private static final Duration WORDS_PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// A kernel's last words come within milliseconds of its end, unless there are many.
    private static final Duration LAST_WORDS_PATIENCE = Duration.ofSeconds(30);

    /// The holder tells how a process ended; without it nobody knows.
    private static final int UNKNOWN_CODE = -1;

    private final Kernelspec kernelspec;
    private final Way way;
    private final HostReady ready;
    private final Tunnels tunnels;
    private final ZmqChannels direct;
    private final KernelChannels channels;
    private final @Nullable HostRecorder recorder;
    private final RecorderNews news = new RecorderNews(); // of the thread that listens
    private boolean isGone; // of the thread that listens
    private final CompletableFuture<KernelExit> exit = new CompletableFuture<>();
    private volatile HostTalk talk;
    private volatile CompletableFuture<String> words = new CompletableFuture<>();
    private volatile boolean expected;
    private volatile @Nullable JsonObject rename; // what it was called last

    /// The way to a kernel's holder.
    interface Way {

        /// Takes it again after a break, with the same tunnels.
        ///
        /// @return a conversation with the holder
        HostTalk again(HostReady ready, Tunnels tunnels) throws HostException, InterruptedException;
    }

    /// What leads to a kernel. Immutable.
    ///
    /// @param recorder null where nobody records what it says, or another client is there
    record Paths(Tunnels tunnels, HostTalk talk, @Nullable HostRecorder recorder) {}

    /// A kernel that is gone. The notebook is told so.
    static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    HostProcess(HostKernelspec spec, Way way, HostReady ready, Paths paths) {
        this.kernelspec = HostOrders.kernelspec(spec);
        this.way = way;
        this.ready = ready;
        this.tunnels = paths.tunnels();
        this.talk = paths.talk();
        this.recorder = paths.recorder();
        var id = "host-" + ready.processId();
        if (recorder == null) {
            direct = new ZmqChannels(tunnels.here(), HeartbeatPolicy.DEFAULT, id);
            channels = direct;
        } else {
            direct = ZmqChannels.toControl(tunnels.here(), id);
            var sending = new HostChannels(direct, recorder, codec());
            channels = new ResumedChannels(sending, recorder, codec());
            tell(HostOrders.RECORDER);
        }
        Thread.ofVirtual().name(id + "-holder").start(this::listen);
    }

    private MessageCodec codec() {
        return new MessageCodec(new MessageSignature(tunnels.here().key()));
    }

    /// Hears the holder until the kernel has ended or nobody here wants it any more.
    private void listen() {
        try {
            while (!exit.isDone()) {
                var answer = talk.answer();
                if (answer.isPresent()) {
                    heard(answer.get());
                } else if (!exit.isDone()) {
                    resume();
                }
            }
        } catch (HostException e) {
            LOG.warn("the holder of kernel {} cannot be understood: {}", ready, e.problem());
            end(new KernelExit(UNKNOWN_CODE, expected, e.problem().details()));
        } catch (Gone _) {
            isGone = true;
            end(new KernelExit(UNKNOWN_CODE, expected, ""));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            talk.close();
            closePaths();
        }
    }

    /// What it said last is still on its way, unless nobody here wants it, or nobody there has it.
    private void closePaths() {
        try (tunnels) {
            if (recorder != null && !expected && !isGone) {
                recorder.awaitEnd(LAST_WORDS_PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (recorder != null) {
                recorder.close();
            }
        }
    }

    private void heard(JsonObject answer) {
        switch (Objects.requireNonNullElse(answer.string("event"), "")) {
            case "exit" -> {
                var said = text(answer, "words");
                end(new KernelExit(HostOrders.number(answer, "code"), expected, said));
            }
            case "recorder" -> heardOf(answer);
            case "words" -> words.complete(text(answer, "text"));
            default -> LOG.debug("the holder says {}", answer);
        }
    }

    private void heardOf(JsonObject said) {
        news.heard(said).forEach(direct::tell);
        if (recorder != null && news.isRecorded()) {
            recorder.hurry();
        }
    }

    private String text(JsonObject answer, String member) {
        return Objects.requireNonNullElse(answer.string(member), "")
                .replace(tunnels.here().key(), "\u2026");
    }

    private void end(KernelExit how) {
        channels.closeWhenRead();
        exit.complete(how);
    }

    /// Takes the way to the kernel again until it is there. The kernel runs on meanwhile; what it
    /// is asked waits in the channels.
    private void resume() throws InterruptedException {
        var why = "the connection is broken";
        direct.tell(new ChannelEvent.Disconnected(why, recorder != null && news.isRecorded()));
        var pause = FIRST_PAUSE;
        while (!exit.isDone()) {
            try {
                talk = way.again(ready, tunnels);
                haveResumed();
                return;
            } catch (HostException e) {
                LOG.debug("not yet: {}", e.problem());
            }
            if (endsWithin(pause)) {
                return;
            }
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    private void haveResumed() {
        if (news.isRecorded()) {
            direct.tell(new ChannelEvent.Reconnected());
        }
        if (recorder != null) {
            tell(HostOrders.RECORDER); // it may have ended meanwhile
        }
        var renamed = rename;
        if (renamed != null) {
            tell(renamed); // it may not have been heard
        }
    }

    /// It ends when it has done nothing for that time while nobody was connected.
    public void endUnusedAfter(Duration time) {
        tell(HostOrders.unused(time));
    }

    /// What is tried again later is tried now.
    public void hurry() {
        tell(HostOrders.RECORD);
    }

    /// Returns whether only what it said last is left of it.
    public boolean hasEnded() {
        return ready.hasEnded();
    }

    /// Waits until all that it said before has been taken.
    ///
    /// @return false if that takes longer
    public boolean awaitNow(Duration patience) throws InterruptedException {
        return !(channels instanceof ResumedChannels resumed) || resumed.awaitNow(patience);
    }

    /// Returns whether all that it says is recorded there, and nothing is lost while the connection
    /// is broken or nobody is there.
    public boolean isRecorded() {
        return recorder != null;
    }

    /// A file has what these runs said.
    ///
    /// @param runs the ids of their requests
    public void settle(Collection<String> runs) {
        if (recorder != null && !runs.isEmpty()) {
            recorder.settle(runs);
        }
    }

    /// It belongs to another notebook from now on.
    ///
    /// @param id the notebook's name there
    /// @param notebook its name for people
    public void rename(String id, String notebook) {
        var order = HostOrders.rename(id, notebook);
        rename = order;
        tell(order);
    }

    /// Returns whether it ran already when we came: then it may be at work and answer later.
    public boolean isJoined() {
        return ready.isJoined();
    }

    @Override
    public Kernelspec kernelspec() {
        return kernelspec;
    }

    @Override
    public KernelChannels channels() {
        return channels;
    }

    /// Where the tunnels begin, on this machine.
    @Override
    public ConnectionInfo connection() {
        return tunnels.here();
    }

    @Override
    public Path connectionFile() {
        return Path.of(ready.file());
    }

    @Override
    public long processId() {
        return ready.processId();
    }

    @Override
    public boolean awaitStarted(Duration patience) {
        return !exit.isDone();
    }

    @Override
    public String lastWords() {
        if (exit.isDone()) {
            return exit.join().lastWords();
        }
        var asked = new CompletableFuture<String>();
        words = asked;
        tell(HostOrders.order("words"));
        try {
            return asked.get(WORDS_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        } catch (ExecutionException | TimeoutException _) {
            return "";
        }
    }

    private void tell(JsonObject order) {
        try {
            talk.tell(order);
        } catch (IOException e) {
            LOG.debug("the holder does not hear {}: {}", order, e.toString());
        }
    }

    private void signal(String name) {
        tell(HostOrders.signal(name));
    }

    @Override
    public boolean takesSignals() {
        return true;
    }

    @Override
    public void signalInterrupt() {
        signal("INT");
    }

    @Override
    public CompletionStage<KernelExit> exit() {
        return exit.minimalCompletionStage();
    }

    @Override
    public void expectExit() {
        expected = true;
        tell(HostOrders.order("expect"));
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        expectExit();
        try {
            for (var name : List.of("TERM", "KILL")) {
                if (endsWithin(name.equals("TERM") ? patience : FORCE_AFTER)) {
                    return;
                }
                signal(name);
            }
            endsWithin(FORCE_AFTER);
        } finally {
            close();
        }
    }

    private boolean endsWithin(Duration patience) throws InterruptedException {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    @Override
    public void leave() {
        expected = true;
        channels.close();
        exit.complete(new KernelExit(0, true, ""));
        talk.close();
    }

    /// The holder ends the kernel; where it cannot be reached, the kernel is left to it.
    @Override
    public void close() {
        channels.close();
        if (!exit.isDone()) {
            expectExit();
            signal("KILL");
            var _ =
                    exit.completeOnTimeout(
                                    new KernelExit(UNKNOWN_CODE, true, ""),
                                    FORCE_AFTER.toMillis(),
                                    TimeUnit.MILLISECONDS)
                            .thenRun(talk::close);
        }
    }
}
