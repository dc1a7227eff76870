package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Nodes that come while the list lays itself out are dressed like all others.
@Tag("ui")
@ExtendWith(FxExtension.class)
class StyledAfterJumpUiTest {

    private static final int CELLS = 80;

    @Test
    void outputsThatAJumpBringsIntoViewHaveTheirFont(Fx fx) {
        try (var page = new PageFixture(fx, cells())) {
            for (int target : new int[] {40, 10, 70, 41, 0}) {
                fx.run(() -> page.page.show(id(page, target)));
                fx.settle();

                assertEquals(Set.of(Fonts.CODE), fx.call(() -> families(page)));
            }
        }
    }

    private static Set<String> families(PageFixture page) {
        var texts = new ArrayList<Text>();
        for (var view : page.page.lookupAll(".terminal-view")) {
            collect(view, texts);
        }
        assertFalse(texts.isEmpty(), "no text is shown");
        return texts.stream()
                .filter(text -> !text.getText().isEmpty())
                .map(text -> text.getFont().getFamily())
                .collect(Collectors.toSet());
    }

    private static void collect(Node node, List<Text> texts) {
        if (node instanceof Text text && text.isVisible()) {
            texts.add(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static CellId id(PageFixture page, int index) {
        return page.session.store().notebook().cells().get(index).id();
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < CELLS; i++) {
            var output =
                    new Stream(StreamName.STDOUT, "first line\nsecond line\n".repeat(1 + i % 4));
            var cell = (CodeCell) NewNotebook.cell(CellType.CODE, "print(" + i + ")");
            cells.add(cell.withOutputs(i, CellOutputs.NONE.after(output)));
        }
        return cells;
    }
}
