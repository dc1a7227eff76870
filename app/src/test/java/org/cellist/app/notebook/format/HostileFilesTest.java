package org.cellist.app.notebook.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.HostileFiles.Hostile;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.format.ReadOutcome.Legacy;
import org.cellist.app.notebook.format.ReadOutcome.ReadOnly;
import org.cellist.app.notebook.format.ReadOutcome.Refused;
import org.cellist.app.notebook.format.ReadProblem.Kind;
import org.cellist.app.notebook.model.Notebook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every input has an outcome: what opens is saved byte for byte, what does not is refused with a
/// reason, and nothing is thrown.
class HostileFilesTest {

    private static final NotebookReader READER = new NotebookReader();

    static Stream<Hostile> files() {
        return HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aHostileFileHasTheOutcomeThatItShould(Hostile file) {
        switch (READER.read(file.bytes())) {
            case Editable(var notebook, _) -> {
                assertEquals(null, file.problem());
                assertArrayEquals(file.bytes(), saved(notebook));
            }
            case ReadOnly(var notebook, var reason) -> {
                assertTrue(file.isReadOnly(), reason::toString);
                assertEquals(file.problem(), reason.kind());
                assertTrue(reason.offset() > 0);
                assertEditable(saved(notebook));
            }
            case Legacy legacy -> throw new AssertionError("upgraded: " + legacy.majorVersion());
            case Refused(var problem) -> {
                assertEquals(file.problem(), problem.kind(), problem::toString);
                assertTrue(!file.isReadOnly(), problem::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatOpensCanBeEditedAndReadAgain(Hostile file) {
        if (!(READER.read(file.bytes()) instanceof Editable(var notebook, _))
                || notebook.cells().isEmpty()) {
            return;
        }
        var cells = new ArrayList<>(notebook.cells());
        var cell = cells.getLast();
        cells.set(cells.size() - 1, cell.withSource(cell.source() + "\nmore"));

        var saved = saved(notebook.withCells(cells));

        assertTrue(
                READER.read(saved) instanceof Editable(var reread, _)
                        && reread.cells().getLast().source().equals(cell.source() + "\nmore"));
    }

    @Test
    void aFileCutAnywhereIsCalledTruncated() {
        var bytes = HostileFiles.BASE.stripTrailing().getBytes(UTF_8);

        for (int length = 1; length < bytes.length; length++) {
            var outcome = READER.read(Arrays.copyOf(bytes, length));

            assertEquals(
                    new Refused(ReadProblem.at(Kind.TRUNCATED, length)), outcome, "at " + length);
        }
    }

    @Test
    void aValueOfAWrongTypeInAnySlotIsKeptOrRefused() {
        var values = List.of("null", "true", "1", "1.5", "\"x\"", "[]", "{}", "[1]", "[[]]");
        var slots =
                List.of(
                        "[\n  {\n   \"attachments\"",
                        "{\"a.png\": {\"image/png\": \"iVBORw0=\"}}",
                        "{\"image/png\": \"iVBORw0=\"}",
                        "\"iVBORw0=\"",
                        "\"markdown\"",
                        "\"one\"",
                        "{}",
                        "[\"# title\\n\", \"text\"]",
                        "\"text\"]",
                        "{\"tags\": [\"a\"]}",
                        "[\"a\"]",
                        "2",
                        "\"stdout\"",
                        "\"stream\"",
                        "[\"x\\n\"]",
                        "{\"application/json\": {\"n\": 1}, \"text/plain\": [\"1\"]}",
                        "[\"1\"]",
                        "\"execute_result\"",
                        "\"print(1)\"",
                        "{\"kernelspec\": {\"name\": \"python3\"}}",
                        "4",
                        "5");
        for (var slot : slots) {
            for (var value : values) {
                var wrong = slot.equals("\"text\"]") ? value + "]" : value;
                var text =
                        slot.startsWith("[\n")
                                ? HostileFiles.BASE.replaceFirst(
                                        "(?s)\\[\n  \\{.*\n \\],", value + ",")
                                : HostileFiles.replaced(slot, wrong);
                assertHasAnOutcome(text.getBytes(UTF_8), slot + " ← " + value);
            }
        }
    }

    @Test
    void outputsOfWrongShapesAreKeptAsTheyAre() {
        for (var output :
                List.of(
                        "null",
                        "3",
                        "[]",
                        "{}",
                        "{\"output_type\": \"stream\"}",
                        "{\"output_type\": \"stream\", \"name\": 1, \"text\": \"a\"}",
                        "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [1]}",
                        "{\"output_type\": \"error\", \"ename\": \"a\", \"evalue\": \"b\"}",
                        "{\"output_type\": \"error\", \"traceback\": [1]}",
                        "{\"output_type\": \"display_data\", \"data\": []}",
                        "{\"output_type\": \"execute_result\", \"data\": {}, \"metadata\": 1}")) {
            var text =
                    HostileFiles.replaced(
                            "{\"name\": \"stdout\", \"output_type\": \"stream\", \"text\": [\"x\\n"
                                    + "\"]}",
                            output);
            var bytes = text.getBytes(UTF_8);

            var notebook = ((Editable) READER.read(bytes)).notebook();

            assertArrayEquals(bytes, saved(notebook), output);
        }
    }

    @Test
    void randomDamageNeverThrows() {
        var base = HostileFiles.BASE.getBytes(UTF_8);
        var random = new Random(20_26);

        assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < 20_000; i++) {
                        assertHasAnOutcome(damaged(base, random), "damage " + i);
                    }
                });
    }

    private static byte[] damaged(byte[] base, Random random) {
        var bytes = base.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]\",:\\0-eEtfnN \n".charAt(random.nextInt(18));
                case 2 -> bytes = without(bytes, at, 1 + random.nextInt(20));
                default -> bytes = doubled(bytes, at, 1 + random.nextInt(40));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length - 1, at + length);
        var fewer = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, fewer, at, bytes.length - end);
        return fewer;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        int end = Math.min(bytes.length, at + length);
        var more = Arrays.copyOf(bytes, bytes.length + end - at);
        System.arraycopy(bytes, at, more, end, bytes.length - at);
        return more;
    }

    private static void assertHasAnOutcome(byte[] bytes, String name) {
        switch (READER.read(bytes)) {
            case Editable(var notebook, _) -> assertArrayEquals(bytes, saved(notebook), name);
            case ReadOnly(var notebook, _) -> assertEditable(saved(notebook));
            case Legacy(var notebook, _) -> assertTrue(saved(notebook).length > 0, name);
            case Refused(var problem) -> assertTrue(problem.offset() <= bytes.length, name);
        }
    }

    private static void assertEditable(byte[] saved) {
        var outcome = assertInstanceOf(Editable.class, READER.read(saved));

        assertArrayEquals(saved, saved(outcome.notebook()));
    }

    @Test
    void ofTwoMembersOfOneNameTheFirstGoesAndNoOtherByte() {
        var value =
                "{ \"a\": {\"b\":1, \"b\":2} ,\n"
                        + " \"c\": [{\"d\": 1, \"d\": 2}, 3], \"\\u0061\": {\"b\": 3 , \"b\": 4} }";
        var once = "{ \"c\": [{\"d\": 2}, 3], \"\\u0061\": {\"b\": 4} }";
        var text = HostileFiles.inMetadata("\"x\": " + value);

        var outcome = assertInstanceOf(ReadOnly.class, READER.read(text.getBytes(UTF_8)));

        assertEquals(text.replace(value, once), new String(saved(outcome.notebook()), UTF_8));
        assertEquals("b", outcome.reason().detail());
    }

    @Test
    void anOldNotebookWithANameTwiceIsReadOnlyToo() {
        var text =
                "{\"metadata\": {\"name\": \"\"}, \"nbformat\": 3, \"nbformat_minor\": 0,"
                        + " \"worksheets\": [{\"cells\": [{\"cell_type\": \"markdown\", \"source\":"
                        + " \"one\", \"source\": \"two\"}]}]}";

        var outcome = assertInstanceOf(ReadOnly.class, READER.read(text.getBytes(UTF_8)));

        assertEquals(
                new ReadProblem(Kind.DUPLICATE_NAME, text.lastIndexOf("\"source\""), "source"),
                outcome.reason());
        assertEquals("two", outcome.notebook().cells().getFirst().source());
    }

    @Test
    @Tag("long")
    void aStringOf300MegabytesIsRefused() {
        var head = "{\"nbformat\": 4, \"metadata\": {\"x\": \"".getBytes(UTF_8);
        var bytes = new byte[300_000_000];
        Arrays.fill(bytes, (byte) 'A');
        System.arraycopy(head, 0, bytes, 0, head.length);
        var tail = "\"}, \"cells\": []}".getBytes(UTF_8);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);

        var outcome = READER.read(bytes);

        assertEquals(new Refused(new ReadProblem(Kind.TOO_LARGE, 34, "string")), outcome);
    }

    @Test
    @Tag("long")
    void aMillionCellsAreRefused() {
        var bytes = HostileFiles.cells(1_000_000).getBytes(UTF_8);

        assertEquals(new Refused(new ReadProblem(Kind.TOO_LARGE, -1, "cells")), READER.read(bytes));
    }

    private static byte[] saved(Notebook notebook) {
        return new NotebookWriter().write(notebook).toByteArray();
    }
}
