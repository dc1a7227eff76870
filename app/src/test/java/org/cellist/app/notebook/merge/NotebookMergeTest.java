package org.cellist.app.notebook.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.cellist.app.notebook.diff.CellChanges;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.junit.jupiter.api.Test;

class NotebookMergeTest {

    private static final String A = code("a", "one = 1", "");
    private static final String B = code("b", "two = 2", "");
    private static final String C = code("c", "three = 3", "");

    @Test
    void addedCellsOfBothSidesStandLocalFirst() {
        var outcome = merge(of(A, B), of(A, code("l", "x", ""), B), of(A, code("r", "y", ""), B));

        assertEquals(List.of("a", "l", "r", "b"), ids(outcome));
        assertEquals(List.of(), outcome.conflicts());
    }

    @Test
    void aCellThatWasDeletedAndNotTouchedIsGone() {
        assertEquals(List.of("a"), ids(merge(of(A, B), of(A), of(A, B))));
        assertEquals(List.of("a"), ids(merge(of(A, B), of(A, B), of(A))));
    }

    @Test
    void aCellThatWasDeletedAndRunToTheSameOutputsIsGone() {
        var outcome = merge(of(A, B), of(A), of(A, B.replace("null", "7")));

        assertEquals(List.of("a"), ids(outcome));
        assertEquals(List.of(), outcome.conflicts());
    }

    @Test
    void aCellThatWasDeletedAndChangedIsKeptBetweenMarkers() {
        var changed = code("b", "two = 22", "");

        var outcome = merge(of(A, B), of(A), of(A, changed));

        assertEquals(List.of("a", "b"), ids(outcome));
        assertEquals(
                "<<<<<<< local (cell deleted)\n=======\ntwo = 22\n>>>>>>> remote",
                outcome.notebook().cells().get(1).source());
        assertEquals(
                List.of(new MergeConflict.Deletion(new CellId("b"), Side.LOCAL)),
                outcome.conflicts());
    }

    @Test
    void aMoveOfOneSideAndAnEditOfTheOtherAreBothThere() {
        var edited = code("a", "one = 11", "");

        for (var outcome :
                List.of(
                        merge(of(A, B, C), of(B, C, A), of(edited, B, C)),
                        merge(of(A, B, C), of(edited, B, C), of(B, C, A)))) {
            assertEquals(List.of("b", "c", "a"), ids(outcome));
            assertEquals("one = 11", outcome.notebook().cells().get(2).source());
            assertEquals(List.of(), outcome.conflicts());
        }
    }

    @Test
    void aCellThatBothMovedStandsWhereTheLocalSideHasIt() {
        var d = code("d", "four", "");

        var outcome = merge(of(A, B, C, d), of(B, C, A, d), of(B, C, d, A));

        assertEquals(List.of("b", "c", "a", "d"), ids(outcome));
        assertEquals(List.of(new MergeConflict.Move(new CellId("a"))), outcome.conflicts());
    }

    @Test
    void sameLinesAtBothEndsOfAConflictStandOutsideTheMarkers() {
        var base = of(code("a", "x", ""));
        var local = of(code("a", "same\\nours\\nend", ""));
        var remote = of(code("a", "same\\ntheirs\\nend", ""));

        var source = merge(base, local, remote).notebook().cells().getFirst().source();

        assertEquals("same\n<<<<<<< local\nours\n=======\ntheirs\n>>>>>>> remote\nend", source);
    }

    @Test
    void outputsOfBothSidesStandBetweenMarkers() {
        var base = of(code("a", "x", ""));
        var outcome = merge(base, of(code("a", "x", "ours")), of(code("a", "x", "theirs")));

        assertEquals(
                List.of("<<<<<<< local\n", "ours", "=======\n", "theirs", ">>>>>>> remote\n"),
                outputs(outcome));
        assertEquals(List.of(new MergeConflict.Outputs(new CellId("a"))), outcome.conflicts());
    }

    @Test
    void outputsOfTheSideThatChangedTheSourceAreTakenAndTheOthersTold() {
        var base = of(code("a", "x", ""));
        var outcome = merge(base, of(code("a", "x", "ours")), of(code("a", "y", "theirs")));

        assertEquals(List.of("theirs"), outputs(outcome));
        var conflict = (MergeConflict.OldOutputs) outcome.conflicts().getFirst();
        assertEquals(Side.LOCAL, conflict.of());
        assertEquals("ours", text(conflict.outputs().items().getFirst()));
    }

    @Test
    void theSameOutputsOfAnotherRunAreNoConflict() {
        var run = code("a", "x", "same");
        var outcome =
                merge(
                        of(code("a", "x", "")),
                        of(run.replace("null", "3")),
                        of(run.replace("null", "4")));

        assertEquals(List.of("same"), outputs(outcome));
        assertEquals(List.of(), outcome.conflicts());
        assertEquals(3, CellChanges.count(outcome.notebook().cells().getFirst()));
    }

    @Test
    void metadataIsMergedByMemberAndTheLocalValueStays() {
        var base = of(A.replace("{}", "{\"k\": 1, \"o\": {\"x\": 1, \"y\": 1}}"));
        var local = of(A.replace("{}", "{\"k\": 2, \"o\": {\"x\": 2, \"y\": 1}}"));
        var remote = of(A.replace("{}", "{\"k\": 3, \"o\": {\"x\": 1, \"y\": 2}}"));

        var outcome = merge(base, local, remote);

        var metadata = outcome.notebook().cells().getFirst().metadata();
        assertEquals(new JsonNumber("2"), metadata.get("k"));
        assertEquals(new JsonNumber("2"), metadata.object("o").get("x"));
        assertEquals(new JsonNumber("2"), metadata.object("o").get("y"));
        assertEquals(
                List.of(
                        new MergeConflict.Metadata(
                                new CellId("a"), "k", new JsonNumber("2"), new JsonNumber("3"))),
                outcome.conflicts());
    }

    @Test
    void tagsAreASet() {
        var outcome =
                merge(
                        of(A.replace("{}", "{\"tags\": [\"old\", \"kept\"]}")),
                        of(A.replace("{}", "{\"tags\": [\"old\", \"kept\", \"l\"]}")),
                        of(A.replace("{}", "{\"tags\": [\"kept\", \"r\"]}")));

        var written = written(outcome);
        assertTrue(written.replaceAll("\\s", "").contains("[\"kept\",\"l\",\"r\"]"), written);
        assertEquals(List.of(), outcome.conflicts());
    }

    @Test
    void aTypeThatBothChangedIsTheLocalOne() {
        var outcome =
                merge(
                        of(A),
                        of(A.replace("\"code\"", "\"markdown\"")),
                        of(A.replace("\"code\"", "\"raw\"")));

        assertEquals(CellType.MARKDOWN, outcome.notebook().cells().getFirst().type());
        assertEquals(
                List.of(new MergeConflict.Type(new CellId("a"), CellType.MARKDOWN, CellType.RAW)),
                outcome.conflicts());
    }

    @Test
    void ofTwoAttachmentsUnderOneNameBothAreKept() {
        var outcome = merge(of(attached("AAAA")), of(attached("BBBB")), of(attached("CCCC")));

        var attachments = CellChanges.attachments(outcome.notebook().cells().getFirst());
        assertEquals(List.of("p.png", "p-remote.png"), List.copyOf(attachments.keySet()));
        assertEquals(
                List.of(new MergeConflict.Attachment(new CellId("a"), "p.png", "p-remote.png")),
                outcome.conflicts());
    }

    @Test
    void aNewerMinorVersionIsTakenAndAllCellsGetIds() {
        var old = of(A, B).replace("\"id\": \"a\", ", "").replace("\"id\": \"b\", ", "");
        old = old.replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 4");

        var local = old.replace("one", "eins").replace("[{", "[" + code("", "new", "") + ", {");

        var outcome = merge(old, local, of(A, B));

        var again = RandomVersions.reread(outcome.notebook());
        assertEquals(new NbformatVersion(4, 5), again.version());
        assertEquals(List.of("a", "b"), ids(outcome).subList(1, 3));
        assertEquals(outcome.notebook().cells().stream().map(Cell::id).toList(), ids(again));
        assertTrue(written(outcome).contains("eins"));
    }

    @Test
    void aMemberThatNobodyKnowsComesWithItsCell() {
        var unknown = A.replace("{\"cell_type\"", "{\"x\": [1], \"cell_type\"");

        var added = merge(of(B), of(B), of(B, unknown));
        var changed = merge(of(A, B), of(A, B), of(unknown, B));
        var both = merge(of(A), of(code("a", "uno = 1", "")), of(unknown));

        assertTrue(written(added).contains("\"x\": ["), () -> written(added));
        assertTrue(written(changed).contains("\"x\": ["), () -> written(changed));
        assertEquals("x", ((MergeConflict.UnknownMember) both.conflicts().getFirst()).name());
    }

    @Test
    void untouchedCellsKeepTheirBytes() {
        var odd =
                "{\"source\":   \"one = 1\", \"cell_type\":\"raw\",\"id\":\"a\", \"metadata\" : {}}";

        var outcome = merge(of(odd, B), of(odd, B), of(odd, code("b", "zwei = 2", ""), C));

        assertTrue(written(outcome).contains(odd), () -> written(outcome));
        assertEquals(
                of(odd, B).replace("two", "zwei"),
                written(merge(of(odd, B), of(odd, B), of(odd, code("b", "zwei = 2", "")))));
    }

    @Test
    void twoNewCellsOfOneNameGetTwo() {
        var outcome =
                merge(
                        of(code("", "same text here now", "")),
                        of(code("x", "same text here now", "")),
                        of(code("", "same text here now", ""), code("x", "new", "")));

        assertEquals(List.of("x", "x-2"), ids(outcome));
    }

    private static MergeOutcome merge(String base, String local, String remote) {
        return NotebookMerge.of(read(base), read(local), read(remote));
    }

    private static Notebook read(String text) {
        return RandomVersions.read(text.getBytes(UTF_8));
    }

    private static String written(MergeOutcome outcome) {
        return new String(new NotebookWriter().write(outcome.notebook()).toByteArray(), UTF_8);
    }

    private static List<String> ids(MergeOutcome outcome) {
        return ids(outcome.notebook()).stream().map(CellId::value).toList();
    }

    private static List<CellId> ids(Notebook notebook) {
        return notebook.cells().stream().map(Cell::id).toList();
    }

    private static List<String> outputs(MergeOutcome outcome) {
        var cell = outcome.notebook().cells().getFirst();
        return CellChanges.outputs(cell).items().stream().map(NotebookMergeTest::text).toList();
    }

    private static String text(Object output) {
        return output instanceof Text(_, var text) ? text.text() : output.toString();
    }

    private static String attached(String picture) {
        return "{\"cell_type\": \"raw\", \"id\": \"a\", \"metadata\": {}, \"source\": \"\","
                + " \"attachments\": {\"p.png\": {\"image/png\": \""
                + picture
                + "\"}}}";
    }

    /// @param output what the cell printed; empty for nothing
    private static String code(String id, String source, String output) {
        var name = id.isEmpty() ? "" : "\"id\": \"" + id + "\", ";
        var printed =
                "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"" + output + "\"}";
        return "{\"cell_type\": \"code\", "
                + name
                + "\"metadata\": {}, \"execution_count\": null, \"outputs\": ["
                + (output.isEmpty() ? "" : printed)
                + "], \"source\": \""
                + source
                + "\"}";
    }

    private static String of(String... cells) {
        return "{\"cells\": ["
                + String.join(", ", Arrays.asList(cells))
                + "], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
    }
}
