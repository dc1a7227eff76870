package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.app.session.CodeCompletions.Item;
import org.cellist.app.session.KernelAnswer.Busy;
import org.cellist.app.session.KernelAnswer.Given;
import org.cellist.app.session.KernelAnswer.Late;
import org.cellist.app.session.KernelAnswer.NoKernel;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.client.FakeClients;
import org.cellist.kernel.client.KernelClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Questions to a kernel that the test plays. The test's thread is the owner.
class KernelAssistTest {

    private static final Duration NO_PATIENCE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final FakeChannels channels = new FakeChannels();
    private final FakeKernel kernel = new FakeKernel(FakeClients.of(channels));
    private final List<Object> answers = new ArrayList<>();

    @Test
    void anAnswerIsToldOnTheOwner() throws Exception {
        var assist = assist(PATIENCE);

        assist.complete("pri", 3, answers::add);
        reply(channels.sent("complete_request"), "print", 0, 3);
        assertEquals(List.of(), answers);
        next();

        var print = new CodeCompletions(0, 3, List.of(new Item("print", "", "")));
        assertEquals(List.of(new Given<>(print)), answers);
        assertEquals(0, kernel.late);
    }

    @Test
    void aKernelThatRunsCodeIsNotAsked() throws Exception {
        kernel.isBusy = true;

        assist(PATIENCE).complete("pri", 3, answers::add);
        assertEquals(List.of(), answers);
        next();

        assertEquals(List.of(new Busy<>()), answers);
        assertFalse(channels.hasSent());
    }

    @Test
    void withoutAKernelNobodyIsAsked() throws Exception {
        kernel.client = null;

        assist(PATIENCE).inspect("pri", 3, 0, answers::add);
        next();

        assertEquals(List.of(new NoKernel<>()), answers);
    }

    @Test
    void ofTheQuestionsThatWaitTheNewestOfEachKindIsAsked() throws Exception {
        var assist = assist(PATIENCE);

        assist.complete("a", 1, answers::add);
        var first = channels.sent("complete_request");
        assist.complete("ab", 2, answers::add);
        assist.inspect("ab", 2, 0, answers::add);
        assist.complete("abc", 3, answers::add);
        assertFalse(channels.hasSent());
        reply(first, "a1", 0, 1);
        next();
        reply(channels.sent("complete_request"), "abc1", 0, 3);
        next();
        channels.reply(channels.sent("inspect_request"), found("words"));
        next();

        assertEquals(
                List.of(completions("a1", 1), completions("abc1", 3), new Given<>("words")),
                answers);
        assertFalse(channels.hasSent());
    }

    @Test
    void whatIsNotAnsweredInTimeIsLateAndTheNextQuestionIsAsked() throws Exception {
        var assist = assist(NO_PATIENCE);

        assist.inspect("a", 1, 0, answers::add);
        channels.sent("inspect_request");
        assist.inspect("b", 1, 0, answers::add);
        next();
        channels.sent("inspect_request");
        next();

        assertEquals(List.of(new Late<>(), new Late<>()), answers);
        assertEquals(2, kernel.late);
    }

    @Test
    void aKernelThatIsGoneMeanwhileIsNoKernel() throws Exception {
        assist(PATIENCE).inspect("a", 1, 0, answers::add);
        channels.sent("inspect_request");

        kernel.client = null;
        channels.close();
        next();

        assertEquals(List.of(new NoKernel<>()), answers);
    }

    @Test
    void aRefusalIsAnAnswerWithNothing() throws Exception {
        var assist = assist(PATIENCE);

        assist.complete("a", 1, answers::add);
        channels.reply(channels.sent("complete_request"), "{\"status\":\"error\"}");
        next();
        assist.inspect("a", 1, 0, answers::add);
        channels.reply(
                channels.sent("inspect_request"),
                "{\"status\":\"ok\",\"found\":false,\"data\":{},\"metadata\":{}}");
        next();

        assertEquals(
                List.of(new Given<>(new CodeCompletions(1, 1, List.of())), new Given<>("")),
                answers);
    }

    private KernelAssist assist(Duration patience) {
        return new KernelAssist(tasks::add, kernel, patience);
    }

    private void next() throws InterruptedException {
        var task = tasks.poll(60, TimeUnit.SECONDS);
        if (task == null) {
            throw new AssertionError("waited in vain");
        }
        task.run();
    }

    private static Given<CodeCompletions> completions(String text, int end) {
        return new Given<>(new CodeCompletions(0, end, List.of(new Item(text, "", ""))));
    }

    private void reply(Sent request, String match, int start, int end) {
        channels.reply(
                request,
                """
                {"status":"ok","matches":["%s"],"cursor_start":%d,"cursor_end":%d,"metadata":{}}
                """
                        .formatted(match, start, end));
    }

    private static String found(String words) {
        return """
        {"status":"ok","found":true,"data":{"text/plain":"%s"},"metadata":{}}
        """
                .formatted(words);
    }

    private static final class FakeKernel implements KernelAssist.Kernel {

        @Nullable KernelClient client;
        boolean isBusy;
        int late;

        FakeKernel(KernelClient client) {
            this.client = client;
        }

        @Override
        public @Nullable KernelClient client() {
            return client;
        }

        @Override
        public boolean isBusy() {
            return isBusy;
        }

        @Override
        public void late() {
            late++;
        }
    }
}
