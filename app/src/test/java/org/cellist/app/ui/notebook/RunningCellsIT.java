package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.KernelState;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A person runs cells on a real Python kernel, in a window.
@Tag("ui")
@ExtendWith(FxExtension.class)
class RunningCellsIT {

    private static final long PATIENCE_SECONDS = 90;

    @Test
    void shiftEnterShowsTheOutputBelowTheCell(Fx fx) {
        try (var page = page(fx, "print('안녕', 6 * 7)")) {
            page.press(KeyCode.SHIFT, KeyCode.ENTER);

            await(page, "the cell is done", () -> execution(page, 0) instanceof CellExecution.Done);

            assertEquals("안녕 42\n", printed(page, 0));
            assertEquals(1, page.within(0, "terminal-view").count());
            assertEquals(List.of("[1]"), labels(page, "execution-count"));
        }
    }

    @Test
    void anErrorStopsTheQueueAndTheCellsSaySo(Fx fx) {
        try (var page = page(fx, "1 / 0", "print('never')")) {
            fx.run(() -> page.page.perform(PageCommand.RUN_ALL));

            await(
                    page,
                    "the cell failed",
                    () -> execution(page, 0) instanceof CellExecution.Failed);

            assertEquals(new CellExecution.NotRun(), fx.call(() -> execution(page, 1)));
            assertEquals(1, page.within(0, "traceback").count());
        }
    }

    @Test
    void inputIsAnsweredBelowTheCellThatAsks(Fx fx) {
        try (var page = page(fx, "name = input('who? ')\nprint('hi', name)")) {
            page.press(KeyCode.CONTROL, KeyCode.ENTER);
            await(page, "the cell asks", () -> field(page) != null);

            page.type("Ann");
            page.press(KeyCode.ENTER);
            await(page, "the cell is done", () -> execution(page, 0) instanceof CellExecution.Done);

            assertEquals("who? Ann\nhi Ann\n", printed(page, 0));
            assertEquals(0, page.within(0, "input-line").count());
        }
    }

    @Test
    void aPasswordIsHiddenWhileItIsTyped(Fx fx) {
        try (var page = page(fx, "import getpass\nprint(len(getpass.getpass()))")) {
            page.press(KeyCode.CONTROL, KeyCode.ENTER);
            await(page, "the cell asks", () -> field(page) != null);

            var field = fx.call(() -> field(page));
            page.type("secret");
            page.press(KeyCode.ENTER);
            await(page, "the cell is done", () -> execution(page, 0) instanceof CellExecution.Done);

            assertInstanceOf(PasswordField.class, field);
            assertEquals("········\n6\n", printed(page, 0));
        }
    }

    @Test
    void theStopButtonOfARunningCellInterruptsIt(Fx fx) {
        try (var page = page(fx, "import time\nprint('on')\ntime.sleep(600)", "print('never')")) {
            fx.run(() -> page.page.perform(PageCommand.RUN_ALL));
            await(page, "the cell runs", () -> printed(page, 0).equals("on\n"));
            boolean queued = fx.call(() -> execution(page, 1)) instanceof CellExecution.Queued;

            fx.robot().clickOn(page.within(0, "cell-run-button").findFirst().orElseThrow());
            await(page, "the cell ended", () -> execution(page, 0) instanceof CellExecution.Failed);

            assertTrue(queued);
            assertEquals(new CellExecution.NotRun(), fx.call(() -> execution(page, 1)));
        }
    }

    @Test
    void aKernelThatDiesIsNoticed(Fx fx) {
        try (var page = page(fx, "import os\nos._exit(7)")) {
            page.press(KeyCode.CONTROL, KeyCode.ENTER);

            await(
                    page,
                    "the kernel is dead",
                    () -> page.session.kernel().state() instanceof KernelState.Dead);

            assertInstanceOf(CellExecution.Failed.class, fx.call(() -> execution(page, 0)));
        }
    }

    private static PageFixture page(Fx fx, String... sources) {
        var cells =
                Arrays.stream(sources)
                        .<Cell>map(source -> NewNotebook.cell(CellType.CODE, source))
                        .toList();
        return new PageFixture(fx, cells);
    }

    private static void await(PageFixture page, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!page.fx.call(condition::getAsBoolean)) {
            var state = page.fx.call(() -> page.session.kernel().state());
            if (state instanceof KernelState.Missing || state instanceof KernelState.Failed) {
                throw new AssertionError(
                        "no Python kernel: sudo apt-get install -y python3-ipykernel; " + state);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what + "; kernel: " + state);
            }
            page.fx.settle();
        }
        page.fx.settle();
    }

    private static CellExecution execution(PageFixture page, int index) {
        var cell = page.session.store().notebook().cells().get(index);
        return page.session.kernel().queue().execution(cell.id());
    }

    private static String printed(PageFixture page, int index) {
        var text = new StringBuilder();
        if (page.session.store().notebook().cells().get(index) instanceof CodeCell cell) {
            for (var output : cell.outputs().items()) {
                if (output instanceof CellOutput.Text(var name, var part)
                        && name.equals(StreamName.STDOUT)) {
                    text.append(part);
                }
            }
        }
        return text.toString();
    }

    private static TextField field(PageFixture page) {
        return (TextField) page.page.lookup(".input-line .text-field");
    }

    private static List<String> labels(PageFixture page, String styleClass) {
        return page.within(0, styleClass).map(node -> page.fx.call(() -> text(node))).toList();
    }

    private static String text(Node node) {
        return ((Labeled) node).getText();
    }
}
