package org.cellist.app.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.CompleteReply;
import org.cellist.kernel.protocol.Reply.InspectReply;
import org.cellist.kernel.protocol.Request;
import org.cellist.kernel.protocol.Request.CompleteRequest;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.Request.InspectRequest;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a notebook's kernel about code: how it may go on, and what stands there.
///
/// One question is under way at a time. Of those that wait, the newest of each kind replaces the
/// one before, which is never answered: whoever types faster than a kernel thinks wants to know
/// about the newest text only. A kernel answers on the thread that runs cells, so that it is not
/// asked while it does; see docs/decisions/0072.
///
/// Confined to the notebook's owner, where answers are told too, never at once. Each question is
/// waited for on a virtual thread.
public final class KernelAssist {

    /// A kernel that has not answered by then thinks about what nobody wants to know any more.
    ///
    /// Jedi's first answer about a large library takes five seconds: it reads the library. Whoever
    /// waits meanwhile sees the names of the notebook.
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(KernelAssist.class);
    private static final String PLAIN = "text/plain";

    private final Executor owner;
    private final Kernel kernel;
    private final Duration patience;
    private final SequencedMap<Object, Question<?>> waiting = new LinkedHashMap<>();
    private boolean isUnderWay;

    KernelAssist(Executor owner, Kernel kernel, Duration patience) {
        this.owner = owner;
        this.kernel = kernel;
        this.patience = patience;
    }

    /// The kernel of the moment, as its keeper knows it. Called on the owner.
    interface Kernel {

        @Nullable KernelClient client();

        /// Whether it runs code, ours or another's.
        boolean isBusy();

        /// The answer did not come: the kernel is busy with the question for longer than a moment.
        void late();
    }

    /// @param kind those of one kind take each other's place
    /// @param read makes the answer of a reply, on any thread
    private record Question<T>(
            String code,
            Object kind,
            Function<CodePlaces, Request> request,
            BiFunction<Reply, CodePlaces, T> read,
            Consumer<KernelAnswer<T>> then) {}

    /// Asks how the code before a place may go on.
    ///
    /// @param caret in UTF-16 units
    /// @param then told on the owner, unless a newer question takes the place of this one
    public void complete(String code, int caret, Consumer<KernelAnswer<CodeCompletions>> then) {
        put(
                new Question<>(
                        code,
                        CompleteRequest.class,
                        places -> new CompleteRequest(code, places.toKernel(caret)),
                        (reply, places) ->
                                reply instanceof CompleteReply matches
                                        ? CodeCompletions.of(matches, places)
                                        : new CodeCompletions(caret, caret, List.of()),
                        then));
    }

    /// Asks what stands at a place, as plain text, perhaps with a terminal's colours; empty when
    /// the kernel knows nothing of it.
    ///
    /// @param caret in UTF-16 units
    /// @param detail 0, or 1 for the source as well
    /// @param then told on the owner, unless a newer question takes the place of this one
    public void inspect(String code, int caret, int detail, Consumer<KernelAnswer<String>> then) {
        put(
                new Question<>(
                        code,
                        InspectRequest.class,
                        places -> new InspectRequest(code, places.toKernel(caret), detail),
                        (reply, _) -> words(reply),
                        then));
    }

    /// Asks a question in the kernel's own language, of which the kernel shows nothing and keeps no
    /// history.
    ///
    /// @param purpose of the questions of one purpose only the newest waits
    /// @param then told on the owner, unless a newer question takes the place of this one
    public void evaluate(
            String purpose, KernelQuestion question, Consumer<KernelAnswer<Evaluation>> then) {
        var expressions =
                question.expression().isEmpty()
                        ? JsonObject.EMPTY
                        : JsonObject.EMPTY.with(
                                Evaluation.NAME, new JsonString(question.expression()));
        put(
                new Question<>(
                        "",
                        purpose,
                        _ ->
                                new ExecuteRequest(
                                        question.code(), true, false, expressions, false, false),
                        (reply, _) -> Evaluation.of(reply),
                        then));
    }

    private static String words(Reply reply) {
        return reply instanceof InspectReply(boolean found, var bundle) && found
                ? bundle.text(PLAIN).orElse("")
                : "";
    }

    private void put(Question<?> question) {
        if (isUnderWay) {
            waiting.put(question.kind(), question);
        } else {
            begin(question);
        }
    }

    private <T> void begin(Question<T> question) {
        var client = kernel.client();
        if (client == null) {
            owner.execute(() -> question.then().accept(new KernelAnswer.NoKernel<>()));
        } else if (kernel.isBusy()) {
            owner.execute(() -> question.then().accept(new KernelAnswer.Busy<>()));
        } else {
            isUnderWay = true;
            Thread.ofVirtual().name("kernel-question").start(() -> ask(client, question));
        }
    }

    private <T> void ask(KernelClient client, Question<T> question) {
        try {
            var places = CodePlaces.of(question.code(), client);
            var value =
                    client.request(question.request().apply(places), patience)
                            .map(reply -> question.read().apply(reply, places));
            owner.execute(() -> ended(client, question, value.orElse(null)));
        } catch (InterruptedException e) {
            LOG.debug("a question was given up", e);
        }
    }

    /// @param value null when no reply came
    private <T> void ended(KernelClient client, Question<T> question, @Nullable T value) {
        isUnderWay = false;
        KernelAnswer<T> answer;
        if (value != null) {
            answer = new KernelAnswer.Given<>(value);
        } else if (!client.equals(kernel.client())) {
            answer = new KernelAnswer.NoKernel<>();
        } else {
            kernel.late();
            answer = new KernelAnswer.Late<>();
        }
        question.then().accept(answer);
        beginThoseThatWait();
    }

    private void beginThoseThatWait() {
        while (!isUnderWay && !waiting.isEmpty()) {
            begin(waiting.pollFirstEntry().getValue());
        }
    }
}
