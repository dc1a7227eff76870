package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.KernelState;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A person types with the help of a real Python kernel, in a window.
@Tag("ui")
@ExtendWith(FxExtension.class)
class CompletingCellsIT {

    private static final int PATIENCE_PULSES = 6000;

    @Test
    void whatTheKernelKnowsIsOfferedDescribedAndTaken(Fx fx) {
        try (var page = page(fx)) {
            page.type("collections.Ord");
            await(page, "the list is open", () -> isShown(page, ".assist-list"));
            await(page, "it is described", () -> isShown(page, ".assist-card"));
            page.press(KeyCode.TAB);

            assertEquals("collections.OrderedDict", page.source(1));
        }
    }

    @Test
    void aCallShowsItsSignatureAndShiftTabTheSource(Fx fx) {
        try (var page = page(fx)) {
            page.type("greet(");
            await(page, "the signature is shown", () -> isShown(page, ".assist-hint"));
            page.type("'😀', ");
            page.press(KeyCode.SHIFT, KeyCode.TAB);
            await(page, "the card is open", () -> isShown(page, ".assist-card"));
            page.press(KeyCode.SHIFT, KeyCode.TAB);
            await(page, "the source is there", () -> words(page).contains("return 'hi' + name"));
            page.press(KeyCode.ESCAPE);

            assertEquals("greet('😀', )", page.source(1));
            assertTrue(fx.call(() -> !isShown(page, ".assist-card")));
        }
    }

    /// Runs the first cell; the second is empty and has the caret.
    private static PageFixture page(Fx fx) {
        var first = "import collections\ndef greet(name, loud=False):\n    return 'hi' + name";
        var cells =
                List.<Cell>of(
                        NewNotebook.cell(CellType.CODE, first),
                        NewNotebook.cell(CellType.CODE, ""));
        var page = new PageFixture(fx, cells);
        page.press(KeyCode.SHIFT, KeyCode.ENTER);
        await(
                page,
                "the kernel is idle again",
                () ->
                        page.session.kernel().queue().isIdle()
                                && page.session.kernel().state() instanceof KernelState.Idle);
        page.press(KeyCode.ENTER);
        return page;
    }

    private static void await(PageFixture page, String what, BooleanSupplier condition) {
        int pulses = 0;
        while (!page.fx.call(condition::getAsBoolean)) {
            if (pulses++ > PATIENCE_PULSES) {
                throw new AssertionError("waited in vain until " + what);
            }
            page.fx.settle();
        }
    }

    private static boolean isShown(PageFixture page, String selector) {
        Node node = page.page.lookup(selector);
        return node != null && node.isVisible();
    }

    private static String words(PageFixture page) {
        return ((CodeArea) page.page.lookup(".assist-words")).getText();
    }
}
