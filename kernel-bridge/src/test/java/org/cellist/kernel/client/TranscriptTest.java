package org.cellist.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.IopubContent.ClearOutput;
import org.cellist.kernel.protocol.IopubContent.DisplayData;
import org.cellist.kernel.protocol.IopubContent.ExecuteResult;
import org.cellist.kernel.protocol.IopubContent.KernelError;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.IopubContent.UpdateDisplayData;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.CompleteReply;
import org.cellist.kernel.protocol.Reply.InspectReply;
import org.cellist.kernel.protocol.Reply.ShutdownReply;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What real kernels said, replayed: Debian's ipykernel, the newest one, and the Java kernel.
class TranscriptTest {

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest", "java"})
    void streamsAndAResult(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-streams").play();

        assertEquals("안녕\n다시\n", stream(played, "stdout"));
        assertEquals("err\n", stream(played, "stderr"));
        var result = only(played, ExecuteResult.class);
        assertEquals(
                Optional.of("2"),
                result.data().text(kernel.equals("java") ? "text/html" : "text/plain"));
        assertInstanceOf(Reply.Status.Ok.class, reply(played).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest", "java"})
    void anError(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-error").play();

        var name = kernel.equals("java") ? "EvalException" : "ZeroDivisionError";

        assertEquals("before\n", stream(played, "stdout"));
        var error = only(played, KernelError.class);
        assertEquals(name, error.ename());
        assertTrue(!error.traceback().isEmpty());
        var status = assertInstanceOf(Reply.Status.Errored.class, reply(played).status());
        assertEquals(name, status.ename());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest"})
    void displaysAndTheirUpdate(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-display").play();

        var shown = all(played, DisplayData.class);
        var id = new DisplayId("d");

        assertEquals(id, shown.getFirst().displayId());
        assertEquals(Optional.of("'a'"), shown.getFirst().data().text("text/plain"));
        var update = only(played, UpdateDisplayData.class);
        assertEquals(id, update.displayId());
        assertEquals(Optional.of("'b'"), update.data().text("text/plain"));
        assertEquals(Optional.of("<b>x</b>"), shown.getLast().data().text("text/html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest"})
    void clearingBetweenOutputs(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-clear").play();

        var outputs =
                played.heard().stream()
                        .filter(it -> it instanceof Stream || it instanceof ClearOutput)
                        .map(it -> it instanceof Stream stream ? stream.text() : "cleared")
                        .toList();

        assertEquals(List.of("1\n", "cleared", "2\n"), outputs);
        assertEquals(new ClearOutput(true), only(played, ClearOutput.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest", "java"})
    void aQuestionAndItsAnswer(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-input").play();

        var prompt = kernel.equals("java") ? "" : "name? ";

        assertEquals(new InputRequest(prompt, false), only(played, InputRequest.class));
        assertEquals("<첼로>\n", stream(played, "stdout"));
        assertInstanceOf(Reply.Status.Ok.class, reply(played).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest", "java"})
    void anInterrupt(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-interrupt").play();

        assertEquals("now\n", stream(played, "stdout"));
        assertInstanceOf(Reply.Status.Errored.class, reply(played).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest", "java"})
    void aRestartDuringACell(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-restart").play();

        assertEquals("now\n", stream(played, "stdout"));
        assertEquals(new ExecutionEnd.KernelGone(), played.heard().getLast());
        assertInstanceOf(Optional.class, played.answer());
        assertTrue(((Optional<?>) played.answer()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest", "java"})
    void aCompletion(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-ask").play();

        var reply = (CompleteReply) ((Optional<?>) played.answer()).orElseThrow();
        var wanted = kernel.equals("java") ? "out" : "print";

        assertTrue(reply.matches().stream().anyMatch(it -> it.contains(wanted)), reply::toString);
        assertEquals(kernel.equals("java") ? 7 : 0, reply.cursorStart());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest", "java"})
    void anInspection(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-inspect").play();

        var reply = (InspectReply) ((Optional<?>) played.answer()).orElseThrow();

        // The Java kernel knows nothing of `String`.
        assertEquals(!kernel.equals("java"), reply.found());
        assertEquals(kernel.equals("java"), reply.data().data().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipykernel-debian", "ipykernel-newest"})
    void aShutdown(String kernel) throws Exception {
        var played = Transcript.open(kernel + "-shutdown").play();

        assertEquals(Optional.of(new ShutdownReply(false)), played.answer());
    }

    private static String stream(Transcript played, String name) {
        return all(played, Stream.class).stream()
                .filter(it -> it.name().value().equals(name))
                .map(Stream::text)
                .collect(Collectors.joining());
    }

    private static Reply.ExecuteReply reply(Transcript played) {
        var end = played.heard().getLast();
        return assertInstanceOf(ExecutionEnd.Replied.class, end).reply();
    }

    private static <T> T only(Transcript played, Class<T> type) {
        var all = all(played, type);
        assertEquals(1, all.size(), () -> played.heard().toString());
        return all.getFirst();
    }

    private static <T> List<T> all(Transcript played, Class<T> type) {
        return played.heard().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
