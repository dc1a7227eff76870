package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class DroppedFilesUiTest {

    private static final Path TABLE = Path.of("a.csv");
    private static final Path NOTEBOOK = Path.of("a.ipynb");

    private final List<String> changes = new ArrayList<>();
    private Fx fx;
    private EditorArea area;
    private DroppedFiles dropped;

    @BeforeEach
    void show(Fx running) {
        fx = running;
        area =
                fx.prepare(
                        () -> {
                            var made = new EditorArea();
                            made.replaceText("read()\nprint()");
                            return made;
                        });
        fx.show(new StackPane(area), 400, 200, Theme.LIGHT, CodeEditor.STYLE_SHEET);
        dropped =
                fx.call(
                        () -> {
                            var carets = new SeveralCarets(area, Runnable::run, _ -> {});
                            return new DroppedFiles(area, carets, TakesTables::new);
                        });
        fx.run(() -> area.plainTextChanges().subscribe(each -> changes.add(each.getInserted())));
        fx.settle();
    }

    /// What a cell of code does.
    private static final class TakesTables implements EditorListener {

        @Override
        public void edited(int offset, int removedLength, String inserted) {
            // The area is looked at instead.
        }

        @Override
        public boolean takesFiles(List<Path> files) {
            return !files.contains(NOTEBOOK);
        }

        @Override
        public String dropped(List<Path> files, int offset) {
            return "<" + files.getFirst() + "@" + offset + ">";
        }
    }

    private Point2D before(int offset) {
        var bounds = area.getCharacterBoundsOnScreen(offset, offset + 1).orElseThrow();
        return area.localToScene(
                area.screenToLocal(new Point2D(bounds.getMinX() + 1, bounds.getCenterY())));
    }

    private boolean drag(int offset, Path file) {
        return fx.call(
                () -> dropped.drag(List.of(file), before(offset).getX(), before(offset).getY()));
    }

    private boolean drop(int offset, Path file) {
        return fx.call(
                () -> dropped.drop(List.of(file), before(offset).getX(), before(offset).getY()));
    }

    private boolean isMarked() {
        return fx.call(
                () -> {
                    var mark = area.lookup(".drop-caret");
                    return mark != null && mark.isVisible();
                });
    }

    @Test
    void aStrokeShowsWhereTheyWouldCome() {
        assertTrue(drag(9, TABLE));

        Bounds stroke =
                fx.call(
                        () -> {
                            var mark = area.lookup(".drop-caret");
                            return mark.localToScene(mark.getBoundsInLocal());
                        });
        var place = fx.call(() -> before(9));
        assertEquals(place.getX() - 1, stroke.getCenterX(), 2);
        assertEquals(place.getY(), stroke.getCenterY(), 2);
    }

    @Test
    void theyComeThereInOneChangeAndTheCaretStandsBehindThem() {
        drag(5, TABLE);
        assertTrue(drop(5, TABLE));

        assertEquals("read(<a.csv@5>)\nprint()", fx.call(area::getText));
        assertEquals(List.of("<a.csv@5>"), changes);
        assertEquals("read(<a.csv@5>".length(), fx.call(area::getCaretPosition));
        assertTrue(fx.call(area::isFocused));
        assertFalse(isMarked());
    }

    @Test
    void aDragThatGoesOnLeavesNoMark() {
        drag(5, TABLE);
        assertTrue(isMarked());

        fx.run(dropped::leave);

        assertFalse(isMarked());
    }

    @Test
    void whatIsNotForTheTextIsLeftToOthers() {
        assertFalse(drag(5, NOTEBOOK));
        assertFalse(isMarked());
        assertFalse(drop(5, NOTEBOOK));
        assertEquals("read()\nprint()", fx.call(area::getText));
    }

    @Test
    void aTextThatIsOnlyReadTakesNone() {
        fx.run(() -> area.setEditable(false));

        assertFalse(drop(5, TABLE));
        assertEquals("read()\nprint()", fx.call(area::getText));
    }
}
