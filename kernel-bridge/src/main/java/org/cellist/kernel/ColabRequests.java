package org.cellist.kernel;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.jupyter.ColabAccess;
import org.cellist.kernel.runtime.jupyter.ColabGrant;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers kernels of Colab's machines that ask for a person's Drive or account (`request_auth`):
/// asks the person, then Colab, which gives it to the machine itself. No token passes through here
/// to the kernel. See docs/protocol/colab.md.
///
/// A virtual thread for each request, `colab-request`, one at a time for a kernel; it ends when the
/// kernel waits no more.
///
/// Thread-safe.
public final class ColabRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ColabRequests.class);
    private static final String TYPE = "colab_request";
    private static final String AUTH = "request_auth";

    private final ColabRuntimes runtimes;
    private volatile Asker asker = Asker.NOBODY;

    public ColabRequests(ColabRuntimes runtimes) {
        this.runtimes = runtimes;
    }

    /// Asks a person. Thread-safe. Its methods block until they answer, and are interrupted when no
    /// answer is wanted any more.
    public interface Asker {

        /// Nobody is there to agree.
        Asker NOBODY =
                new Asker() {
                    @Override
                    public boolean mayGrant(ServerAddress server, ColabAccess access) {
                        return false;
                    }

                    @Override
                    public boolean hasAgreed(ServerAddress server, ColabAccess access, URI page) {
                        return false;
                    }
                };

        /// Returns whether the machine may have it.
        boolean mayGrant(ServerAddress server, ColabAccess access) throws InterruptedException;

        /// Opens a page of Google's, and returns whether the person says that they have agreed
        /// there.
        boolean hasAgreed(ServerAddress server, ColabAccess access, URI page)
                throws InterruptedException;
    }

    /// Has these questions asked from now on.
    public void setAsker(Asker newAsker) {
        asker = newAsker;
    }

    /// Answers what a kernel asks; one that is not Colab's is left alone.
    public void follow(ServedKernel kernel) {
        runtimes.endpoint(kernel.runtime().server())
                .ifPresent(it -> kernel.client().addListener(new Requests(kernel, it)));
    }

    /// What a kernel has asked for.
    ///
    /// @param number names the request in the answer
    private record Request(String number, ColabAccess access) {

        static @Nullable Request read(Message<RawJson> message) {
            var about = message.metadata().object();
            var access = message.content().object().object("request").string("authType");
            return AUTH.equals(about.string("colab_request_type"))
                            && about.get("colab_msg_id") instanceof JsonNumber(var number)
                            && access != null
                    ? ColabAccess.read(access).map(it -> new Request(number, it)).orElse(null)
                    : null;
        }
    }

    private final class Requests implements KernelListener {

        private final ServedKernel kernel;
        private final String endpoint;
        private final AtomicReference<@Nullable Thread> underWay = new AtomicReference<>();

        Requests(ServedKernel kernel, String endpoint) {
            this.kernel = kernel;
            this.endpoint = endpoint;
        }

        @Override
        public void unclaimed(Message<IopubContent> message) {
            if (!(message.content() instanceof IopubContent.Unknown(var type, var content))
                    || !type.equals(TYPE)) {
                return;
            }
            var request = Request.read(message.map(_ -> content));
            if (request != null) {
                begin(request);
            }
        }

        private void begin(Request request) {
            withdraw();
            var thread = Thread.ofVirtual().name("colab-request").unstarted(() -> answer(request));
            underWay.set(thread);
            thread.start();
        }

        /// A kernel that rests, or asks for something else, waits for this no more.
        private void withdraw() {
            var thread = underWay.getAndSet(null);
            if (thread != null) {
                thread.interrupt();
            }
        }

        private void answer(Request request) {
            try {
                var why = granted(request.access());
                var reply =
                        JsonObject.EMPTY
                                .with("type", new JsonString("colab_reply"))
                                .with("colab_msg_id", new JsonNumber(request.number()));
                kernel.client()
                        .answerColab(
                                why.isEmpty()
                                        ? reply.with("data", JsonObject.EMPTY)
                                        : reply.with("error", new JsonString(why)));
            } catch (InterruptedException _) {
                LOG.debug("a request was withdrawn");
            } finally {
                underWay.compareAndSet(Thread.currentThread(), null);
            }
        }

        /// Returns why not, for Python; empty if it was granted.
        private String granted(ColabAccess access) throws InterruptedException {
            var server = kernel.runtime().server();
            if (!asker.mayGrant(server, access)) {
                return "not granted";
            }
            return switch (runtimes.propagate(endpoint, access, true)) {
                case ServerAnswer.Refused(var problem) -> refused(problem);
                case ServerAnswer.Given(ColabGrant.Denied _) -> "not granted by Colab";
                case ServerAnswer.Given(ColabGrant.Given _) -> give(access);
                case ServerAnswer.Given(ColabGrant.WantsAgreement(var page)) ->
                        asker.hasAgreed(server, access, page) ? give(access) : "not granted";
            };
        }

        private String give(ColabAccess access) throws InterruptedException {
            return switch (runtimes.propagate(endpoint, access, false)) {
                case ServerAnswer.Given(ColabGrant.Given _) -> "";
                case ServerAnswer.Given<ColabGrant> _ -> "not granted by Colab";
                case ServerAnswer.Refused(var problem) -> refused(problem);
            };
        }

        private static String refused(Object problem) {
            LOG.info("Colab was asked for access in vain: {}", problem);
            return "Colab does not answer as it should";
        }

        @Override
        public void stateChanged(ExecutionState state, Cause cause) {
            if (state == ExecutionState.IDLE && cause == Cause.WORK) {
                withdraw();
            }
        }

        @Override
        public void aliveChanged(boolean isAlive) {
            // A WebSocket has no heartbeat.
        }

        @Override
        public void dropped(Channel channel, FrameProblem problem) {
            // Others say it.
        }

        @Override
        public void ended() {
            withdraw();
        }
    }
}
