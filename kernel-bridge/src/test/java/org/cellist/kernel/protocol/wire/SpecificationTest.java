package org.cellist.kernel.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.CommId;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Request;
import org.cellist.kernel.protocol.Request.CommClose;
import org.cellist.kernel.protocol.Request.CommInfoRequest;
import org.cellist.kernel.protocol.Request.CommMsg;
import org.cellist.kernel.protocol.Request.CommOpen;
import org.cellist.kernel.protocol.Request.CompleteRequest;
import org.cellist.kernel.protocol.Request.ConnectRequest;
import org.cellist.kernel.protocol.Request.CreateSubshellRequest;
import org.cellist.kernel.protocol.Request.DebugRequest;
import org.cellist.kernel.protocol.Request.DeleteSubshellRequest;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.Request.HistoryAccess;
import org.cellist.kernel.protocol.Request.HistoryRequest;
import org.cellist.kernel.protocol.Request.InspectRequest;
import org.cellist.kernel.protocol.Request.InterruptRequest;
import org.cellist.kernel.protocol.Request.IsCompleteRequest;
import org.cellist.kernel.protocol.Request.KernelInfoRequest;
import org.cellist.kernel.protocol.Request.ListSubshellRequest;
import org.cellist.kernel.protocol.Request.ShutdownRequest;
import org.cellist.kernel.protocol.StdinContent;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.KernelCodec.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our types against the headings of the Jupyter messaging specification 5.5: `messages-5.5.jsonl`
/// has one line for each message type under each heading, with an example of all its fields.
class SpecificationTest {

    /// The records that are not named after their `msg_type`.
    private static final Map<String, String> OTHER_NAMES =
            Map.of("error", "KernelError", "shutdown_reply on iopub", "ShutdownNotice");

    /// The records that stand for no one `msg_type`.
    private static final Set<String> NO_TYPE = Set.of("Unknown", "Failed", "Aborted");

    /// A line of the list. Immutable.
    record Heading(String channel, boolean isFromClient, String type, RawJson content) {

        @Override
        public String toString() {
            return type + " on " + channel;
        }

        String recordName() {
            var known = OTHER_NAMES.get(isFromClient ? type : toString());
            return known == null ? OTHER_NAMES.getOrDefault(type, camelCase(type)) : known;
        }
    }

    @ParameterizedTest
    @MethodSource("fromKernels")
    void whatAKernelSendsIsTypedAndKeepsEveryField(Heading heading) {
        var typed = typed(heading);

        assertEquals(heading.recordName(), typed.getClass().getSimpleName());
        var again = written(typed);
        assertEquals(heading.type(), again.type());
        assertEquals(heading.content().value(), again.content().value());
    }

    @ParameterizedTest
    @MethodSource("fromClients")
    void whatAClientSendsIsWrittenWithEveryField(Heading heading) {
        var request = examples().get(heading.type());

        assertNotNull(request, heading::toString);
        assertEquals(heading.recordName(), request.getClass().getSimpleName());
        assertEquals(
                heading.channel(), RequestCodec.channel(request).name().toLowerCase(Locale.ROOT));
        assertEquals(heading.type(), RequestCodec.messageType(request));
        assertEquals(heading.content().value(), RequestCodec.content(request).value());
    }

    @Test
    void anAnswerToAQuestionIsWrittenAndRead() throws Exception {
        var heading = one("input_reply");

        assertEquals(heading.content().value(), RequestCodec.inputReply("cellist").value());
        assertEquals(
                new StdinContent.InputReply("cellist"),
                StdinCodec.content(heading.type(), heading.content()));
    }

    @Test
    void everyRecordStandsUnderAHeading() throws Exception {
        var named = all().map(Heading::recordName).collect(Collectors.toCollection(TreeSet::new));

        var ours =
                Stream.of(Request.class, Reply.class, IopubContent.class, StdinContent.class)
                        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .filter(name -> !NO_TYPE.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(ours, named);
    }

    @Test
    void aReplyThatFailedIsSaidForEveryTypeOfReply() throws Exception {
        var error = json("{\"status\":\"error\",\"ename\":\"E\",\"evalue\":\"v\"}");
        var replies =
                all().filter(it -> it.type().endsWith("_reply"))
                        .filter(it -> !it.channel().equals("stdin"))
                        .map(Heading::type)
                        .filter(
                                it ->
                                        !it.equals("execute_reply")
                                                && !it.equals("is_complete_reply"))
                        .toList();

        for (var type : replies) {
            var failed = assertInstanceOf(Reply.Failed.class, ReplyCodec.reply(type, error));
            assertEquals(new Reply.Status.Errored("E", "v", List.of()), failed.error());
        }
    }

    static Stream<Heading> fromKernels() throws Exception {
        return all().filter(it -> !it.isFromClient());
    }

    static Stream<Heading> fromClients() throws Exception {
        return all().filter(it -> it.isFromClient() && !it.channel().equals("stdin"));
    }

    private static Heading one(String type) throws Exception {
        return all().filter(it -> it.type().equals(type)).findFirst().orElseThrow();
    }

    private static Stream<Heading> all() throws IOException, JsonSyntaxException {
        var headings = new ArrayList<Heading>();
        try (var in =
                Objects.requireNonNull(
                        SpecificationTest.class.getResourceAsStream(
                                "/protocol/messages-5.5.jsonl"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            for (var line : lines) {
                var json = new ContentJson(json(line));
                headings.add(
                        new Heading(
                                json.textOr("channel", ""),
                                json.textOr("from", "").equals("client"),
                                json.textOr("msg_type", ""),
                                json.raw("content")));
            }
        }
        return headings.stream();
    }

    private static Object typed(Heading heading) {
        var channel = Channel.valueOf(heading.channel().toUpperCase(Locale.ROOT));
        return switch (channel) {
            case IOPUB -> IopubCodec.content(heading.type(), heading.content());
            case STDIN -> StdinCodec.content(heading.type(), heading.content());
            case SHELL, CONTROL -> ReplyCodec.reply(heading.type(), heading.content());
        };
    }

    private static Written written(Object typed) {
        return switch (typed) {
            case Reply reply -> KernelCodec.write(reply);
            case IopubContent content -> KernelCodec.write(content);
            case StdinContent content -> KernelCodec.write(content);
            default -> throw new AssertionError(typed);
        };
    }

    /// The requests of the list, as our records.
    private static Map<String, Request> examples() {
        var id = new CommId("c1");
        return Stream.of(
                        new ExecuteRequest(
                                "print(1)",
                                false,
                                true,
                                JsonObject.EMPTY.with("a", new JsonString("1+1")),
                                true,
                                true),
                        new InspectRequest("print", 5, 1),
                        new CompleteRequest("pri", 3),
                        new HistoryRequest(true, false, new HistoryAccess.Range(-1, 1, 9)),
                        new IsCompleteRequest("for i in x:"),
                        new ConnectRequest(),
                        new CommInfoRequest("jupyter.widget"),
                        new KernelInfoRequest(),
                        new ShutdownRequest(true),
                        new InterruptRequest(),
                        new DebugRequest(
                                json(
                                        "{\"type\":\"request\",\"seq\":1,\"command\":\"initialize\",\"arguments\":{}}")),
                        new CreateSubshellRequest(),
                        new DeleteSubshellRequest("s1"),
                        new ListSubshellRequest(),
                        new CommOpen(id, "jupyter.widget", json("{\"state\":{}}"), List.of()),
                        new CommMsg(id, json("{\"method\":\"update\"}"), List.of()),
                        new CommClose(id, RawJson.EMPTY_OBJECT, List.of()))
                .collect(Collectors.toMap(RequestCodec::messageType, it -> it));
    }

    private static RawJson json(String text) {
        try {
            return RawJson.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String camelCase(String type) {
        return Arrays.stream(type.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
