package org.cellist.kernel.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cellist.kernel.protocol.CommId;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Request;
import org.cellist.kernel.protocol.StdinContent;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Typed contents to JSON and back, for anything that may be in them, and contents of sloppy
/// kernels, which lack members or have others in their place.
class ContentCodecTest {

    private static final List<String> KERNEL_TYPES =
            List.of(
                    "stream",
                    "display_data",
                    "update_display_data",
                    "execute_input",
                    "execute_result",
                    "error",
                    "status",
                    "clear_output",
                    "debug_event",
                    "iopub_welcome",
                    "shutdown_reply",
                    "comm_open",
                    "comm_msg",
                    "comm_close",
                    "execute_reply",
                    "inspect_reply",
                    "complete_reply",
                    "history_reply",
                    "is_complete_reply",
                    "connect_reply",
                    "comm_info_reply",
                    "kernel_info_reply",
                    "interrupt_reply",
                    "debug_reply",
                    "create_subshell_reply",
                    "delete_subshell_reply",
                    "list_subshell_reply",
                    "input_request",
                    "input_reply",
                    "hologram");

    private static final List<String> MEMBERS =
            List.of(
                    "name",
                    "text",
                    "data",
                    "metadata",
                    "transient",
                    "code",
                    "execution_count",
                    "ename",
                    "evalue",
                    "traceback",
                    "execution_state",
                    "wait",
                    "status",
                    "payload",
                    "user_expressions",
                    "matches",
                    "cursor_start",
                    "history",
                    "comms",
                    "help_links",
                    "supported_features",
                    "subshell_id",
                    "comm_id",
                    "prompt",
                    "password",
                    "found");

    @Property(tries = 300)
    void anyReplyIsReadAsItWasWritten(@ForAll("replies") Reply reply) {
        var written = KernelCodec.write(reply);

        assertEquals(reply, ReplyCodec.reply(written.type(), again(written.content())));
    }

    @Property(tries = 300)
    void anyBroadcastIsReadAsItWasWritten(@ForAll("broadcasts") IopubContent content) {
        var written = KernelCodec.write(content);

        assertEquals(content, IopubCodec.content(written.type(), again(written.content())));
    }

    @Property(tries = 100)
    void anyQuestionAndAnswerIsReadAsItWasWritten(
            @ForAll String prompt, @ForAll boolean password, @ForAll String line) {
        var question = new StdinContent.InputRequest(prompt, password);
        var written = KernelCodec.write(question);

        assertEquals(question, StdinCodec.content(written.type(), again(written.content())));
        assertEquals(
                new StdinContent.InputReply(line),
                StdinCodec.content(RequestCodec.INPUT_REPLY, again(RequestCodec.inputReply(line))));
    }

    @Property(tries = 200)
    void anyCodeReachesTheKernelAsItStands(@ForAll String code, @ForAll boolean silent) {
        var request =
                new Request.ExecuteRequest(code, silent, !silent, JsonObject.EMPTY, true, false);

        var json = again(RequestCodec.content(request)).object();

        assertEquals(new JsonString(code), json.get("code"));
        assertEquals(new JsonBoolean(silent), json.get("silent"));
        assertEquals(new JsonBoolean(!silent), json.get("store_history"));
    }

    /// Reading never fails; what lacks too much of its type is kept whole.
    @Property(tries = 1000)
    void noContentFails(@ForAll("types") String type, @ForAll("sloppy") JsonObject content) {
        var raw = RawJson.of(content);

        if (IopubCodec.content(type, raw) instanceof IopubContent.Unknown(var t, var whole)) {
            assertEquals(type, t);
            assertSame(raw, whole);
        }
        if (ReplyCodec.reply(type, raw) instanceof Reply.Unknown(var t, var whole)) {
            assertEquals(type, t);
            assertSame(raw, whole);
        }
        if (StdinCodec.content(type, raw) instanceof StdinContent.Unknown(var t, var whole)) {
            assertEquals(type, t);
            assertSame(raw, whole);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\":null}",
                "{\"status\":7}",
                "{\"status\":\"ok\",\"payload\":null}",
                "{\"payload\":[1,null,\"x\"],\"user_expressions\":[]}"
            })
    void anExecuteReplyWithoutItsMembersIsOk(String content) throws Exception {
        assertEquals(
                new Reply.ExecuteReply(new Reply.Status.Ok(), null, List.of(), JsonObject.EMPTY),
                ReplyCodec.reply("execute_reply", json(content)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"stdout\"}",
                "{\"text\":\"x\"}",
                "{\"name\":1,\"text\":\"x\"}",
                "{\"name\":\"stdout\",\"text\":null}"
            })
    void aStreamWithoutNameOrTextIsKeptAsUnknown(String content) throws Exception {
        var raw = json(content);

        assertEquals(new IopubContent.Unknown("stream", raw), IopubCodec.content("stream", raw));
    }

    @Test
    void anErrorWithoutItsTracebackIsStillAnError() throws Exception {
        assertEquals(
                new IopubContent.KernelError("E", "", List.of("line")),
                IopubCodec.content(
                        "error", json("{\"ename\":\"E\",\"traceback\":[null,\"line\",3]}")));
    }

    @Test
    void anUnknownStateAndAnUnknownStreamAreKept() throws Exception {
        assertEquals(
                new IopubContent.Status(ExecutionState.UNKNOWN),
                IopubCodec.content("status", json("{\"execution_state\":\"dreaming\"}")));
        assertEquals(
                new IopubContent.Stream(new StreamName("stdlog"), "x"),
                IopubCodec.content("stream", json("{\"name\":\"stdlog\",\"text\":\"x\"}")));
    }

    @Test
    void abortMeansAborted() throws Exception {
        assertEquals(
                new Reply.Aborted("inspect_reply"),
                ReplyCodec.reply("inspect_reply", json("{\"status\":\"abort\"}")));
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(KERNEL_TYPES);
    }

    @Provide
    Arbitrary<JsonObject> sloppy() {
        return Arbitraries.maps(Arbitraries.of(MEMBERS), values())
                .ofMaxSize(8)
                .map(LinkedHashMap::new)
                .map(JsonObject::new);
    }

    private static Arbitrary<JsonValue> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.just(new JsonNull()),
                () -> Arbitraries.of(true, false).map(JsonBoolean::new),
                () ->
                        Arbitraries.of("0", "-1", "3.5", "1e400", "NaN", "12345678901234567890")
                                .map(JsonNumber::new),
                () -> Arbitraries.of("ok", "error", "aborted", "x", "").map(JsonString::new),
                () -> values().list().ofMaxSize(3).map(JsonArray::new),
                () ->
                        Arbitraries.maps(Arbitraries.of(MEMBERS), values())
                                .ofMaxSize(3)
                                .map(JsonObject::new));
    }

    @Provide
    Arbitrary<Reply> replies() {
        var names = texts().list().ofMaxSize(3);
        Arbitrary<Reply> execute =
                Combinators.combine(statuses(), numbers().injectNull(0.2), payloads(), objects())
                        .as(Reply.ExecuteReply::new);
        Arbitrary<Reply> inspect =
                Combinators.combine(Arbitraries.of(true, false), bundles())
                        .as(Reply.InspectReply::new);
        Arbitrary<Reply> complete =
                Combinators.combine(names, numbers(), numbers(), objects())
                        .as(Reply.CompleteReply::new);
        Arbitrary<Reply> history =
                Combinators.combine(numbers(), numbers(), texts(), texts().injectNull(0.5))
                        .as(Reply.HistoryEntry::new)
                        .list()
                        .ofMaxSize(3)
                        .map(Reply.HistoryReply::new);
        Arbitrary<Reply> isComplete =
                Combinators.combine(Arbitraries.of(Reply.Completeness.class), texts())
                        .as(Reply.IsCompleteReply::new);
        Arbitrary<Reply> comms =
                Arbitraries.maps(texts().map(CommId::new), texts())
                        .ofMaxSize(3)
                        .map(Reply.CommInfoReply::new);
        return Arbitraries.oneOf(
                execute,
                inspect,
                complete,
                history,
                isComplete,
                comms,
                infos(),
                texts().map(Reply.CreateSubshellReply::new),
                names.map(Reply.ListSubshellReply::new),
                errors().map(error -> new Reply.Failed("inspect_reply", error)),
                Arbitraries.of(
                        new Reply.ShutdownReply(true),
                        new Reply.InterruptReply(),
                        new Reply.ConnectReply(Map.of("shell_port", 1)),
                        new Reply.DeleteSubshellReply(),
                        new Reply.DebugReply(RawJson.EMPTY_OBJECT),
                        new Reply.Aborted("complete_reply")));
    }

    private static Arbitrary<Reply> infos() {
        var links =
                Combinators.combine(texts(), texts()).as(Reply.HelpLink::new).list().ofMaxSize(2);
        return Combinators.combine(
                        texts(), texts(), texts(), objects(), texts(), links, texts().list())
                .as(Reply.KernelInfoReply::new);
    }

    @Provide
    Arbitrary<IopubContent> broadcasts() {
        var ids = texts().map(DisplayId::new);
        var comms = texts().map(CommId::new);
        var raws = objects().map(RawJson::of);
        Arbitrary<IopubContent> display =
                Combinators.combine(bundles(), ids.injectNull(0.5))
                        .as(IopubContent.DisplayData::new);
        Arbitrary<IopubContent> update =
                Combinators.combine(bundles(), ids).as(IopubContent.UpdateDisplayData::new);
        Arbitrary<IopubContent> result =
                Combinators.combine(numbers().injectNull(0.2), bundles(), ids.injectNull(0.5))
                        .as(IopubContent.ExecuteResult::new);
        Arbitrary<IopubContent> stream =
                Combinators.combine(texts().map(StreamName::new), texts())
                        .as(IopubContent.Stream::new);
        Arbitrary<IopubContent> input =
                Combinators.combine(texts(), numbers()).as(IopubContent.ExecuteInput::new);
        Arbitrary<IopubContent> open =
                Combinators.combine(comms, texts(), raws).as(IopubContent.CommOpen::new);
        Arbitrary<IopubContent> message =
                Combinators.combine(comms, raws).as(IopubContent.CommMsg::new);
        Arbitrary<IopubContent> close =
                Combinators.combine(comms, raws).as(IopubContent.CommClose::new);
        Arbitrary<IopubContent> failure =
                errors().map(
                                it ->
                                        new IopubContent.KernelError(
                                                it.ename(), it.evalue(), it.traceback()));
        return Arbitraries.oneOf(
                display,
                update,
                result,
                stream,
                input,
                open,
                message,
                close,
                failure,
                raws.map(IopubContent.DebugEvent::new),
                texts().map(IopubContent.IopubWelcome::new),
                Arbitraries.of(
                        new IopubContent.Status(ExecutionState.BUSY),
                        new IopubContent.ClearOutput(true),
                        new IopubContent.ShutdownNotice(false)));
    }

    private static Arbitrary<Reply.Status> statuses() {
        return Arbitraries.oneOf(
                Arbitraries.of(new Reply.Status.Ok(), new Reply.Status.Cancelled()), errors());
    }

    private static Arbitrary<Reply.Status.Errored> errors() {
        return Combinators.combine(texts(), texts(), texts().list().ofMaxSize(3))
                .as(Reply.Status.Errored::new);
    }

    private static Arbitrary<List<Payload>> payloads() {
        Arbitrary<Payload> page = Combinators.combine(bundles(), numbers()).as(Payload.Page::new);
        Arbitrary<Payload> next =
                Combinators.combine(texts(), Arbitraries.of(true, false))
                        .as(Payload.SetNextInput::new);
        Arbitrary<Payload> edit =
                Combinators.combine(texts(), numbers()).as(Payload.EditMagic::new);
        Arbitrary<Payload> others =
                Arbitraries.of(
                        new Payload.AskExit(true),
                        new Payload.Unknown(
                                JsonObject.EMPTY.with("source", new JsonString("new"))));
        return Arbitraries.oneOf(page, next, edit, others).list().ofMaxSize(3);
    }

    private static Arbitrary<MimeBundle> bundles() {
        return Combinators.combine(
                        Arbitraries.maps(
                                        Arbitraries.of("text/plain", "image/png", "text/html"),
                                        texts().map(RawJson::ofString))
                                .ofMaxSize(3),
                        objects().map(RawJson::of))
                .as(MimeBundle::new);
    }

    private static Arbitrary<JsonObject> objects() {
        return Arbitraries.maps(texts(), texts().map(text -> (JsonValue) new JsonString(text)))
                .ofMaxSize(2)
                .map(JsonObject::new);
    }

    private static Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(-999_999_999, 999_999_999);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(20);
    }

    /// Returns what a reader has: bytes.
    private static RawJson again(RawJson written) {
        var bytes = new byte[written.sizeBytes()];
        written.buffer().get(bytes);
        try {
            return RawJson.parse(bytes);
        } catch (JsonSyntaxException e) {
            throw new AssertionError(written.toString(), e);
        }
    }

    private static RawJson json(String text) throws JsonSyntaxException {
        return RawJson.parse(text.getBytes(UTF_8));
    }
}
