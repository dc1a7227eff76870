package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.BeginRun;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceOutputs;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.output.image.PictureZoom;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The menu of an output, and the window that it opens.
@Tag("ui")
@ExtendWith(FxExtension.class)
class OutputMenuUiTest {

    private static final String TABLE =
            "<table class=\"dataframe\"><thead><tr><th></th><th>n</th></tr></thead>"
                    + "<tbody><tr><th>0</th><td>1</td></tr></tbody></table>";

    private static final int COPY = 0;
    private static final int FIND = 2;
    private static final int OPEN = 3;
    private static final int LIMIT = 5;
    private static final int COLLAPSE = 6;
    private static final int CLEAR = 7;

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page = new PageFixture(fx, List.of(cell(rich("text/html", TABLE), drawing(40))));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void theButtonOfTheOutputUnderThePointerOpensItsMenu() {
        page.fx.robot().moveTo(part(".picture")).moveBy(1, 1);
        page.fx.settle();
        page.fx.run(() -> ((Button) part(".output-menu-button")).fire());
        page.fx.settle();

        assertEquals(2, page.fx.call(() -> Window.getWindows().size()));

        page.press(KeyCode.ESCAPE);
        page.fx.robot().moveTo(part(".source-plate"));
        page.fx.settle();

        assertTrue(page.fx.call(() -> page.page.lookupAll(".output-menu-button").isEmpty()));
    }

    @Test
    void aTableIsCopiedAsTextAndAsHtml() {
        choose(".data-table", COPY);

        page.fx.await(
                "it is copied",
                () -> "\tn\n0\t1".equals(Clipboard.getSystemClipboard().getString()));
        assertEquals(TABLE, page.fx.call(() -> Clipboard.getSystemClipboard().getHtml()));
    }

    @Test
    void aPictureIsCopiedAsAPictureAndHasNoOtherMenu() {
        page.fx.await("it is decoded", () -> place().isWhole(part(".picture")));
        choose(".picture", COPY);

        page.fx.await("it is copied", () -> Clipboard.getSystemClipboard().hasImage());
    }

    @Test
    void outputsAreLimitedCollapsedAndCleared() {
        choose(".picture", LIMIT);
        assertTrue(CellParts.limitsOutputs(code().metadata()));

        choose(".picture", LIMIT);
        assertFalse(CellParts.limitsOutputs(code().metadata()));

        choose(".picture", CLEAR);
        assertEquals(List.of(), code().outputs().items());

        page.press(KeyCode.Z);
        choose(".picture", COLLAPSE);
        assertTrue(CellParts.hidesOutputs(code().metadata()));
    }

    @Test
    void theSearchOfOutputsOpensFromTheMenuAndByTheKeyWhereAnOutputHasTheFocus() {
        choose(".data-table", FIND);
        assertEquals(1, page.fx.call(() -> page.page.lookupAll(".output-find").size()));

        page.press(KeyCode.ESCAPE);
        assertEquals(0, page.fx.call(() -> page.page.lookupAll(".output-find").size()));

        page.fx.run(() -> part(".data-table .rows-view").requestFocus());
        page.fx.run(() -> page.page.perform(PageCommand.FIND));
        page.fx.settle();
        assertEquals(1, page.fx.call(() -> page.page.lookupAll(".output-find").size()));
    }

    @Test
    void theWindowOfAPictureFollowsTheCellAndKeepsItsZoom() {
        choose(".picture", OPEN);
        var zoom = page.fx.call(() -> (PictureZoom) window().getScene().lookup(".picture-zoom"));
        page.fx.run(zoom::zoomIn);
        page.fx.settle();
        double before = page.fx.call(zoom::zoom);

        run(List.of());
        assertEquals(
                0,
                page.fx.call(
                        () -> window().getScene().getRoot().lookupAll(".picture-zoom").size()));

        run(List.of(rich("text/plain", "new"), drawing(80)));
        assertEquals(
                1,
                page.fx.call(
                        () -> window().getScene().getRoot().lookupAll(".picture-zoom").size()));
        assertEquals(before, page.fx.call(zoom::zoom));
    }

    @Test
    void theWindowOfOtherOutputsShowsAllAndClosesWithTheCell() {
        choose(".data-table", OPEN);
        page.fx.await(
                "they are there",
                () -> window().getScene().lookup(".output-area .data-table") != null);

        page.fx.run(() -> page.session.store().apply(new RemoveCells(List.of(code().id()))));
        page.fx.settle();

        assertEquals(1, page.fx.call(() -> Window.getWindows().size()));
    }

    @Test
    void theWindowClosesWithThePage() {
        choose(".picture", OPEN);
        assertEquals(2, page.fx.call(() -> Window.getWindows().size()));

        page.fx.run(page.page::close);
        page.fx.settle();

        assertEquals(1, page.fx.call(() -> Window.getWindows().size()));
    }

    private void choose(String selector, int item) {
        page.fx.run(
                () -> {
                    List<MenuItem> items = place().items(page.page.lookup(selector));
                    items.get(item).fire();
                });
        page.fx.settle();
    }

    private MenuPlace place() {
        return (MenuPlace) page.page.lookup(".output-box");
    }

    private Node part(String selector) {
        return page.page.lookup(selector);
    }

    private Stage window() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(page.stage))
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void run(List<CellOutput> outputs) {
        var id = code().id();
        var request = new MessageId("r" + outputs.size());
        page.fx.run(
                () -> {
                    page.session.store().apply(new BeginRun(id, request));
                    page.session
                            .store()
                            .apply(
                                    new ReplaceOutputs(
                                            id, request, 2, new CellOutputs(outputs, false)));
                });
        page.fx.settle();
    }

    private CodeCell code() {
        return (CodeCell) page.session.store().notebook().cells().getFirst();
    }

    private static CodeCell cell(CellOutput... outputs) {
        return ((CodeCell) NewNotebook.cell(CellType.CODE, "a"))
                .withOutputs(1, new CellOutputs(List.of(outputs), false));
    }

    private static CellOutput drawing(int size) {
        return rich(
                "image/svg+xml",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"><rect width=\"9\" height=\"9\"/></svg>"
                        .formatted(size, size));
    }

    private static CellOutput rich(String type, String text) {
        var data = new LinkedHashMap<>(Map.of(type, RawJson.of(new JsonString(text))));
        return new CellOutput.Rich(
                new MimeBundle(data, RawJson.of(JsonObject.EMPTY)), false, null, null);
    }
}
