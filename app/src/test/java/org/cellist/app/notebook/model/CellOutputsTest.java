package org.cellist.app.notebook.model;

import static org.cellist.kernel.protocol.StreamName.STDERR;
import static org.cellist.kernel.protocol.StreamName.STDOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.ClearOutput;
import org.cellist.kernel.protocol.IopubContent.DisplayData;
import org.cellist.kernel.protocol.IopubContent.ExecuteResult;
import org.cellist.kernel.protocol.IopubContent.KernelError;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.IopubContent.UpdateDisplayData;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

class CellOutputsTest {

    private static final DisplayId BAR = new DisplayId("bar");

    @Test
    void clearOutputWithWaitKeepsTheOldOutputUntilTheNextArrives() {
        var first = CellOutputs.NONE.after(stdout("epoch 1\n"));

        var waiting = first.after(new ClearOutput(true));
        var second = waiting.after(stdout("epoch 2\n"));

        assertEquals(first.items(), waiting.items());
        assertEquals(List.of(text("epoch 2\n")), second.items());
        assertEquals(List.of(text("epoch 2\n3\n")), second.after(stdout("3\n")).items());
    }

    @Test
    void clearOutputWithoutWaitEmptiesAtOnce() {
        var outputs = CellOutputs.NONE.after(stdout("a")).after(new ClearOutput(false));

        assertEquals(CellOutputs.NONE, outputs);
    }

    @Test
    void consecutiveChunksOfOneStreamBecomeOneOutput() {
        var outputs = CellOutputs.NONE.after(stdout("a")).after(stdout("b"));

        assertEquals(List.of(text("ab")), outputs.items());
    }

    @Test
    void chunksOfAnotherStreamAreAnotherOutput() {
        var outputs =
                CellOutputs.NONE
                        .after(stdout("a"))
                        .after(new Stream(STDERR, "b"))
                        .after(stdout("c"));

        assertEquals(
                List.of(text("a"), new Text(STDERR, StreamText.of("b")), text("c")),
                outputs.items());
    }

    @Test
    void aResultKeepsItsExecutionCountAndADisplayHasNone() {
        var outputs =
                CellOutputs.NONE
                        .after(new DisplayData(bundle("one"), null))
                        .after(new ExecuteResult(7, bundle("two"), null));

        assertEquals(
                List.of(
                        new Rich(bundle("one"), false, null, null),
                        new Rich(bundle("two"), true, 7, null)),
                outputs.items());
    }

    @Test
    void anUpdateChangesEveryOutputOfItsDisplayIdAndNoOther() {
        var shown =
                CellOutputs.NONE
                        .after(new DisplayData(bundle("0 %"), BAR))
                        .after(new DisplayData(bundle("other"), null))
                        .after(new ExecuteResult(3, bundle("0 %"), BAR));

        var updated = shown.after(new UpdateDisplayData(bundle("50 %"), BAR));

        assertEquals(
                List.of(
                        new Rich(bundle("50 %"), false, null, BAR),
                        new Rich(bundle("other"), false, null, null),
                        new Rich(bundle("50 %"), true, 3, BAR)),
                updated.items());
        assertEquals("0 %", ((Rich) shown.items().getFirst()).data().text("text/plain").get());
    }

    @Test
    void anUpdateOfAnUnknownDisplayIdChangesNothingAndEndsNoWait() {
        var waiting = CellOutputs.NONE.after(stdout("a")).after(new ClearOutput(true));

        assertSame(waiting, waiting.after(new UpdateDisplayData(bundle("b"), BAR)));
    }

    @Test
    void anErrorIsAnOutput() {
        var outputs = CellOutputs.NONE.after(new KernelError("E", "bad", List.of("line")));

        assertEquals(List.of(new Failed("E", "bad", List.of("line"))), outputs.items());
    }

    @Test
    void whatIsNoOutputChangesNothing() {
        var outputs = CellOutputs.NONE.after(stdout("a"));

        for (IopubContent content :
                List.of(
                        new Status(ExecutionState.IDLE),
                        new IopubContent.ExecuteInput("x", 1),
                        new IopubContent.Unknown("future_type", RawJson.EMPTY_OBJECT))) {
            assertSame(outputs, outputs.after(content));
        }
    }

    @Test
    void olderOutputsStayWhatTheyWereWhenNewerOnesGrow() {
        var one = CellOutputs.NONE.after(new DisplayData(bundle("1"), null));
        var two = one.after(new DisplayData(bundle("2"), null));
        var branch = one.after(stdout("x"));
        var three = two.after(stdout("y"));

        assertEquals(1, one.items().size());
        assertEquals(List.of(one.items().getFirst(), text("x")), branch.items());
        assertEquals(3, three.items().size());
        assertEquals(two.items(), three.items().subList(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> one.items().get(1));
        assertThrows(IndexOutOfBoundsException.class, () -> two.items().get(-1));
    }

    @Test
    void manyOutputsAreAddedInLinearTime() {
        var outputs = CellOutputs.NONE;
        var data = bundle("x");
        for (int i = 0; i < 200_000; i++) {
            outputs = outputs.after(new DisplayData(data, null));
        }

        assertEquals(200_000, outputs.items().size());
    }

    private static IopubContent stdout(String text) {
        return new Stream(STDOUT, text);
    }

    private static Text text(String text) {
        return new Text(STDOUT, StreamText.of(text));
    }

    private static MimeBundle bundle(String plain) {
        return new MimeBundle(Map.of("text/plain", RawJson.ofString(plain)), RawJson.EMPTY_OBJECT);
    }
}
