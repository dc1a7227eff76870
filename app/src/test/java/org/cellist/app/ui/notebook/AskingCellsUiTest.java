package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.ui.notebook.column.ScrollPosition;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.client.FakeClients;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cells that ask for input, or write the next cell, on a kernel that the test plays.
@Tag("ui")
@ExtendWith(FxExtension.class)
class AskingCellsUiTest {

    private static final int CELLS = 60;

    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client = FakeClients.of(kernel);
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        var cells =
                IntStream.range(0, CELLS)
                        .<Cell>mapToObj(i -> NewNotebook.cell(CellType.CODE, "cell " + i))
                        .toList();
        page = new PageFixture(fx, cells);
        fx.run(() -> page.session.kernel().queue().setClient(client));
    }

    @AfterEach
    void close() {
        page.close();
        client.close();
    }

    @Test
    void aCellOutOfSightThatAsksComesIntoSightWithTheKeys() throws Exception {
        ask(CELLS - 1);

        assertTrue(page.fx.call(() -> isInSight(field())));
        assertTrue(page.fx.call(() -> field().isFocused()));
    }

    @Test
    void aQuestionLeavesTheKeysToTheCellThatIsEdited() throws Exception {
        page.press(KeyCode.ENTER);

        ask(1);
        page.type("x");

        assertEquals("xcell 0", page.source(0));
        assertEquals("", page.fx.call(() -> field().getText()));
    }

    @Test
    void anAnswerCanBeWrittenOnWhileItsCellIsScrolledAway() throws Exception {
        ask(0);
        page.type("An");

        scrollTo(CELLS / 2);
        page.type("n");
        scrollTo(0);

        assertEquals("Ann", page.fx.call(() -> field().getText()));
    }

    @Test
    void whatWasWrittenOfAnAnswerOutlivesItsRow() throws Exception {
        ask(0);
        page.type("Ann");
        var before = page.fx.call(this::field);

        page.fx.run(
                () -> {
                    var store = page.session.store();
                    var running = page.session.kernel().queue().running();
                    store.apply(new ReplaceNotebook(store.notebook(), running, false));
                });
        page.fx.settle();

        assertFalse(before.equals(page.fx.call(this::field)));
        assertEquals("Ann", page.fx.call(() -> field().getText()));
    }

    @Test
    void aQuestionIsStillThereOnAPageMadeAnew() throws Exception {
        ask(CELLS - 1);
        var other = page.fx.prepare(page::newPage);

        page.fx.replaceRoot(page.stage, page.fx.call(() -> new StackPane(other)));
        page.fx.settle();

        assertNotNull(page.fx.call(() -> other.lookup(".input-line")));
        page.fx.run(other::close);
    }

    @Test
    void afterTheAnswerKeysAreThePagesAgain() throws Exception {
        ask(2);
        page.type("Ann");

        page.press(KeyCode.ENTER);

        var reply = kernel.sent("input_reply").message().content().object();
        assertEquals("Ann", reply.string("value"));
        assertTrue(page.isInCommandMode());
        assertFalse(page.fx.call(() -> isAsked()));
    }

    @Test
    void aKernelThatDiesTakesItsQuestionAlong() throws Exception {
        ask(2);
        page.type("An");

        kernel.close();
        page.fx.await("the question is gone", () -> !isAsked());

        assertTrue(page.isInCommandMode());
    }

    @ParameterizedTest
    @CsvSource({"true,'more,cell 1,cell 2'", "false,'cell 0,more,cell 1'"})
    void textForTheNextCellIsPutThere(boolean replaces, String sources) throws Exception {
        var request = run(0);

        var payload = "{\"source\":\"set_next_input\",\"text\":\"more\",\"replace\":" + replaces;
        kernel.reply(
                request,
                "{\"status\":\"ok\",\"execution_count\":1,\"payload\":[" + payload + "}]}");
        kernel.status(request, "idle");
        page.fx.await("the cell is done", () -> page.session.kernel().queue().isIdle());

        assertEquals(List.of(sources.split(",")), page.sources().subList(0, 3));
    }

    private Sent run(int index) throws InterruptedException {
        page.fx.run(
                () -> {
                    var cell = page.session.store().notebook().cells().get(index).id();
                    page.session.kernel().queue().add(List.of(cell));
                });
        return kernel.sent("execute_request");
    }

    private void ask(int index) throws InterruptedException {
        var request = run(index);
        kernel.say(
                Channel.STDIN,
                request.header(),
                "input_request",
                "{\"prompt\":\"who?\",\"password\":false}");
        page.fx.await("the cell asks", this::isAsked);
        page.fx.settle();
    }

    private void scrollTo(int index) {
        page.fx.run(() -> page.page.column().setPosition(new ScrollPosition(index, 0)));
        page.fx.settle();
        page.fx.settle();
    }

    private boolean isAsked() {
        return lookup() != null;
    }

    private TextField field() {
        if (lookup() instanceof TextField field) {
            return field;
        }
        throw new AssertionError("nothing asks");
    }

    private @Nullable Node lookup() {
        return page.page.lookup(".input-line .text-field");
    }

    private boolean isInSight(Node node) {
        var bounds = page.page.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return bounds.getMinY() >= 0 && bounds.getMaxY() <= page.page.getHeight();
    }
}
