package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.CellExecution.Done;
import org.cellist.app.execution.CellExecution.Failed;
import org.cellist.app.execution.CellExecution.NotRun;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.CellSession;
import org.cellist.app.session.KernelState;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.Scratch;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is tried out runs on the notebook's real kernel.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ScratchRunsIT {

    private static final long PATIENCE_SECONDS = 90;

    @Test
    void itSharesTheVariablesAndTheNumbersOfTheNotebook(Fx fx) {
        try (var page = page(fx, "sales = 120", "print(sales)")) {
            var scratch = shown(page);
            fx.run(() -> page.page.perform(PageCommand.RUN));
            await(page, "the notebook's cell is done", () -> isDone(page.session, 0));
            enter(page, scratch);
            page.type("sales = sales + 1");

            fx.run(() -> scratch.page().perform(PageCommand.RUN));
            await(page, "what was tried out is done", () -> isDone(page.session.scratch(), 0));
            page.type("0"); // the caret is still in the text
            fx.run(() -> page.session.queue().add(List.of(cell(page.session, 1).id())));
            await(page, "the second cell is done", () -> isDone(page.session, 1));

            assertEquals("121\n", printed(page.session, 1));
            assertEquals(2, fx.call(() -> cell(page.session.scratch(), 0).executionCount()));
            assertEquals(3, fx.call(() -> cell(page.session, 1).executionCount()));
            assertEquals("sales = sales + 10", fx.call(() -> source(page.session.scratch())));
        }
    }

    @Test
    void anErrorOfWhatIsTriedOutLetsTheNotebookRunOn(Fx fx) {
        try (var page = page(fx, "import time\ntime.sleep(1)", "print('on')")) {
            shown(page);
            page.type("1 / 0");

            fx.run(
                    () -> {
                        page.session.queue().add(List.of(cell(page.session, 0).id()));
                        run(page.session.scratch());
                        page.session.queue().add(List.of(cell(page.session, 1).id()));
                    });
            await(page, "the last cell is done", () -> isDone(page.session, 1));

            assertInstanceOf(Failed.class, fx.call(() -> execution(page.session.scratch(), 0)));
            assertEquals("on\n", printed(page.session, 1));
        }
    }

    @Test
    void anErrorOfTheNotebookLetsWhatIsTriedOutRun(Fx fx) {
        try (var page = page(fx, "import time\ntime.sleep(1)\n1 / 0", "print('never')")) {
            shown(page);
            page.type("print('tried')");

            fx.run(
                    () -> {
                        page.page.perform(PageCommand.RUN_ALL);
                        run(page.session.scratch());
                    });
            await(page, "what was tried out is done", () -> isDone(page.session.scratch(), 0));

            assertInstanceOf(Failed.class, fx.call(() -> execution(page.session, 0)));
            assertEquals(new NotRun(), fx.call(() -> execution(page.session, 1)));
            assertEquals("tried\n", printed(page.session.scratch(), 0));
        }
    }

    @Test
    void itAsksForInputBelowItsOwnCell(Fx fx) {
        try (var page = page(fx, "kept = 1")) {
            var scratch = shown(page);
            page.type("print(input('who? ')");
            fx.run(() -> scratch.page().perform(PageCommand.RUN));
            await(page, "it asks", () -> field(scratch) != null);

            assertNull(fx.call(() -> page.page.lookup(".input-line")));
            page.type("Ann");
            page.press(KeyCode.ENTER);
            await(page, "it is done", () -> isDone(page.session.scratch(), 0));

            assertEquals("who? Ann\nAnn\n", printed(page.session.scratch(), 0));
        }
    }

    @Test
    void aRunOfItLeavesTheNotebookAsItWas(Fx fx) {
        try (var page = page(fx, "kept = 1")) {
            var scratch = shown(page);
            page.type("print('tried')");
            fx.run(() -> scratch.page().perform(PageCommand.RUN));
            await(page, "it is done", () -> isDone(page.session.scratch(), 0));

            assertNull(fx.call(() -> cell(page.session, 0).executionCount()));
            assertFalse(fx.call(() -> page.session.queue().hasRun(cell(page.session, 0).id())));
            assertNotNull(fx.call(() -> cell(page.session.scratch(), 0).executionCount()));
        }
    }

    private static PageFixture page(Fx fx, String... sources) {
        var cells =
                Arrays.stream(sources)
                        .<Cell>map(source -> NewNotebook.cell(CellType.CODE, source))
                        .toList();
        return new PageFixture(fx, cells);
    }

    /// Shows what is tried out beside the page, and gives it the keys.
    private static Scratch shown(PageFixture page) {
        var scratch = page.fx.call(() -> Objects.requireNonNull(page.page.scratch()));
        page.showBeside(scratch.page());
        enter(page, scratch);
        return scratch;
    }

    private static void enter(PageFixture page, Scratch scratch) {
        page.fx.run(
                () -> {
                    scratch.page().focus();
                    scratch.page().perform(PageCommand.EDIT);
                });
        page.fx.settle();
    }

    private static void run(CellSession session) {
        session.queue().add(List.of(cell(session, 0).id()));
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

    private static CodeCell cell(CellSession session, int index) {
        return (CodeCell) session.store().notebook().cells().get(index);
    }

    private static String source(CellSession session) {
        return cell(session, 0).source();
    }

    private static CellExecution execution(CellSession session, int index) {
        return session.queue().execution(cell(session, index).id());
    }

    private static boolean isDone(CellSession session, int index) {
        return execution(session, index) instanceof Done;
    }

    private static String printed(CellSession session, int index) {
        var text = new StringBuilder();
        for (var output : cell(session, index).outputs().items()) {
            if (output instanceof CellOutput.Text(_, var part)) {
                text.append(part);
            }
        }
        return text.toString();
    }

    private static TextField field(Scratch scratch) {
        return (TextField) scratch.page().view().lookup(".input-line .text-field");
    }
}
