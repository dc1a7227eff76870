package org.cellist.app.ui.editor;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.cellist.app.ui.editor.marks.Ruler;
import org.cellist.app.ui.fx.LayoutSteps;
import org.cellist.app.ui.theme.ChosenType;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Where the text area lies in its editor, and how it scrolls.
///
/// A short editor is filled by its area. In one of more than [#MOST_WHOLE_LINES] lines the area
/// covers only the lines near the window and moves with them, because RichTextFX builds nodes
/// for every line its area has room for. The area never scrolls vertically by itself: the wheel
/// belongs to the list of cells. It does scroll sideways.
///
/// Confined to the JavaFX Application Thread.
final class AreaPlace {

    static final int MOST_WHOLE_LINES = 80;

    /// Lines ready above and below the window, so that a slow pulse shows no hole.
    private static final int SPARE_LINES = 20;

    /// Lines of an editor out of sight that get their nodes in one pulse.
    private static final int STEP_LINES = 5;

    private final CodeEditor editor;
    private final EditorArea area;
    private final InvalidationListener moved = _ -> moved();
    private final LayoutSteps steps;

    private int lines = 1;
    private int firstLine;
    private int lastLine;
    private int ready; // lines that the area has room for
    private boolean following;
    private boolean wrapping;
    private boolean unmeasured = true; // whether rows are not counted yet
    private final Ruler ruler;
    private List<Node> children = List.of();
    private Runnable heightChanged = () -> {};

    AreaPlace(CodeEditor editor, EditorArea area) {
        this.editor = editor;
        this.area = area;
        ruler = new Ruler(area::textLeft);
        this.steps = new LayoutSteps(editor, editor, STEP_LINES);
    }

    /// @param children the editor's
    /// @param heightChanged is told when the editor needs another height
    void install(List<Node> children, Runnable heightChanged) {
        this.children = children;
        this.heightChanged = heightChanged;
        showRuler();
        setWhoLaysOut();
        editor.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        editor.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedBeside);
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, this::focusAtSecondClick);
        area.setCaretHasRoom(this::coversCaret);
        area.estimatedScrollYProperty().addListener((_, _, _) -> scrolledByItself());
        area.estimatedScrollXProperty().addListener((_, _, _) -> placeRuler());
        ChosenType.follow(editor, this::setAnew);
    }

    /// What changes inside the area is nobody else's matter where lines do not wrap: the editor is
    /// as high as its lines are many. Else everything around it is laid out anew with each key.
    private void setWhoLaysOut() {
        area.setManaged(wrapping);
    }

    /// Most people have no ruler: then no editor has its node.
    private void showRuler() {
        if (ChosenType.now().ruler() == 0) {
            children.remove(ruler);
        } else if (!children.contains(ruler)) {
            children.add(ruler);
        }
    }

    private void placeRuler() {
        ruler.place(editor.getWidth(), editor.getHeight(), !wrapping);
    }

    /// Letters have other sizes than before.
    private void setAnew() {
        unmeasured = true;
        showRuler();
        makeRoom();
        area.requestLayout();
        editor.requestLayout();
        heightChanged.run();
    }

    void setWrapping(boolean wraps) {
        wrapping = wraps;
        area.setWrapText(wraps);
        area.setAutoHeight(wraps);
        setWhoLaysOut();
        editor.getStyleClass().remove("wrapping");
        if (wraps) {
            editor.getStyleClass().add("wrapping");
        }
        editor.requestLayout();
    }

    /// Forgets how the last source was scrolled.
    void startOver() {
        area.scrollXToPixel(0);
        firstLine = 0;
        ready = 0;
        unmeasured = true;
    }

    void linesMayHaveChanged() {
        int now = area.getParagraphs().size();
        if (now == lines && !wrapping) {
            return;
        }
        boolean others = now != lines;
        boolean wasWhole = ready == lines;
        unmeasured |= others;
        lines = now;
        ready = wasWhole ? lines : Math.min(ready, lines);
        lastLine = firstLine == 0 && lines <= MOST_WHOLE_LINES ? lines - 1 : lastLine;
        follow(!wrapping && lines > MOST_WHOLE_LINES);
        makeRoom();
        editor.requestLayout();
        if (others) {
            heightChanged.run();
        }
    }

    /// Gives a short area its new height at once: lines that have no room until the editor is laid
    /// out lose their nodes, and get others then.
    private void makeRoom() {
        if (!wrapping && lines <= MOST_WHOLE_LINES && ready == lines) {
            area.resize(area.getWidth(), lines * EditorMetrics.lineHeight());
        }
    }

    double prefHeight(double width) {
        if (!wrapping) {
            return EditorMetrics.heightFor(lines);
        }
        double available = width > 0 ? width : editor.getWidth();
        if (area.getWidth() != available || unmeasured) {
            unmeasured = editor.getScene() == null || available <= 0;
            measureRows(available);
        }
        double height = lines <= MOST_WHOLE_LINES ? heightOfRows() : area.prefHeight(available);
        return Math.ceil(height) + 2 * EditorMetrics.PADDING_Y;
    }

    /// What the area says of its height is late when colours make a line longer by a row.
    private double heightOfRows() {
        int rows = 0;
        for (int line = 0; line < lines; line++) {
            rows += Math.max(1, area.getParagraphLinesCount(line));
        }
        return rows * EditorMetrics.lineHeight();
    }

    /// Lays out all lines: RichTextFX guesses how many rows those take that it has not laid out
    /// yet. A guess too low would leave the first lines above the upper edge.
    private void measureRows(double width) {
        area.resize(width, Math.max(area.getHeight(), roomForRows()));
        if (editor.getScene() != null) {
            area.applyCss();
            area.layout();
        }
    }

    /// More than all rows take, of which one holds more characters than it is high.
    private double roomForRows() {
        return 2 * lines * EditorMetrics.lineHeight() + area.getLength();
    }

    /// Returns the upper edge of the caret's line, in pixels of the editor.
    double caretTop() {
        if (!wrapping) {
            return lineTop(area.getCurrentParagraph());
        }
        return area.getCaretBounds()
                .map(bounds -> editor.screenToLocal(bounds).getMinY())
                .orElse(EditorMetrics.PADDING_Y);
    }

    /// Returns the upper edge of the line of a character, in pixels of the editor.
    double lineTopAt(int offset) {
        int line = area.offsetToPosition(offset, Bias.Forward).getMajor();
        int to = Math.min(offset + 1, area.getLength());
        if (!wrapping || offset == to) {
            return lineTop(line);
        }
        return area.getCharacterBoundsOnScreen(offset, to)
                .map(bounds -> editor.screenToLocal(bounds).getMinY())
                .orElse(lineTop(line));
    }

    /// @param instead stands in place of a text that is empty
    void layout(Region instead) {
        double width = Math.max(0, editor.getWidth() - 2 * EditorMetrics.PADDING_X);
        instead.resizeRelocate(
                EditorMetrics.PADDING_X,
                EditorMetrics.PADDING_Y,
                width,
                EditorMetrics.lineHeight());
        layout();
    }

    private void layout() {
        if (wrapping || lines <= MOST_WHOLE_LINES || editor.getScene() == null) {
            firstLine = 0;
            lastLine = lines - 1;
            int most = wrapping ? lines : steps.mayAdd();
            ready += Math.min(most, lines - ready);
            double missing = (lines - ready) * EditorMetrics.lineHeight();
            double height = editor.getHeight() - 2 * EditorMetrics.PADDING_Y - missing;
            area.resizeRelocate(0, EditorMetrics.PADDING_Y, editor.getWidth(), Math.max(0, height));
        } else {
            firstLine = clamp(lineAt(visibleTop()) - SPARE_LINES);
            lastLine = clamp(lineAt(visibleTop() + visibleHeight()) + SPARE_LINES);
            ready = lines;
            double height = (lastLine - firstLine + 1) * EditorMetrics.lineHeight();
            area.resizeRelocate(0, lineTop(firstLine), editor.getWidth(), height);
        }
        steps.missing(ready < lines);
        if (isScrolledAway()) {
            area.showParagraphAtTop(firstLine);
        }
        area.followCaretIfPutOff();
        placeRuler();
    }

    private boolean coversCaret() {
        int line = area.getCurrentParagraph();
        return wrapping || (firstLine <= line && line <= lastLine);
    }

    private boolean isScrolledAway() {
        return area.getEstimatedScrollY() != firstLine * EditorMetrics.lineHeight();
    }

    /// Puts the lines back after a selection dragged beyond the area has scrolled them.
    ///
    /// Not during the area's own layout: a request made then would get lost, and no later one of
    /// the area's would pass the editor, whose mark is set already.
    private void scrolledByItself() {
        if (!area.isInLayout() && isScrolledAway()) {
            editor.requestLayout();
        }
    }

    private void follow(boolean isLong) {
        if (isLong != following) {
            following = isLong;
            if (isLong) {
                editor.localToSceneTransformProperty().addListener(moved);
            } else {
                editor.localToSceneTransformProperty().removeListener(moved);
            }
        }
    }

    /// Lays the area out again when lines without nodes come into view.
    private void moved() {
        int top = clamp(lineAt(visibleTop()));
        int bottom = clamp(lineAt(visibleTop() + visibleHeight()));
        if (editor.getScene() != null && (top < firstLine || bottom > lastLine)) {
            editor.requestLayout();
        }
    }

    /// Reads the property, and so lets it announce its next change. The page may be shown larger:
    /// then a pixel of the editor takes more than one of the window.
    private double visibleTop() {
        var inScene = editor.getLocalToSceneTransform();
        return -inScene.getTy() / inScene.getMyy();
    }

    private double visibleHeight() {
        var scene = editor.getScene();
        return scene == null ? 0 : scene.getHeight() / editor.getLocalToSceneTransform().getMyy();
    }

    private int lineAt(double y) {
        return (int) Math.floor((y - EditorMetrics.PADDING_Y) / EditorMetrics.lineHeight());
    }

    private int clamp(int line) {
        return Math.max(0, Math.min(line, lines - 1));
    }

    private static double lineTop(int line) {
        return EditorMetrics.PADDING_Y + line * EditorMetrics.lineHeight();
    }

    /// Keeps sideways scrolling here and hands the rest to what the editor lies in.
    private void scroll(ScrollEvent event) {
        event.consume();
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            if (!wrapping) {
                area.scrollXBy(-event.getDeltaX());
            }
        } else if (editor.getParent() != null) {
            var parent = editor.getParent();
            Event.fireEvent(parent, event.copyFor(parent, parent));
        }
    }

    /// RichTextFX asks for the keys at the first click alone. They may have gone elsewhere before
    /// the second: to the field of the search, by `Ctrl+F`.
    private void focusAtSecondClick(MouseEvent event) {
        if (event.getClickCount() > 1 && event.getButton() == MouseButton.PRIMARY) {
            area.requestFocus();
        }
    }

    /// Puts the caret where somebody clicked above the first line or below the last.
    private void pressedBeside(MouseEvent event) {
        boolean insideArea = area.getBoundsInParent().contains(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && !insideArea && !event.isConsumed()) {
            area.requestFocus();
            double y =
                    Math.max(0, Math.min(event.getY() - area.getLayoutY(), area.getHeight() - 1));
            area.moveTo(area.hit(event.getX(), y).getInsertionIndex());
            event.consume();
        }
    }
}
