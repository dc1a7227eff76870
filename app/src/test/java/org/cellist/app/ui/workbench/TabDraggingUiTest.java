package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.testing.PressedMouse;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.cellist.app.ui.workbench.split.Arrangement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tabs dragged with the mouse.
@Tag("ui")
@ExtendWith(FxExtension.class)
class TabDraggingUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument first = documents.notebook("first.ipynb");
    private Fx fx;
    private WorkbenchViewModel model;
    private WorkbenchView view;
    private PressedMouse mouse; // on the window, until it takes a tab
    private Point2D at = Point2D.ZERO;

    @BeforeEach
    void show(Fx fx) {
        this.fx = fx;
        Locale.setDefault(Locale.ENGLISH);
        documents.notebook("second.ipynb");
        documents.notebook("third.ipynb");
        model = new WindowSet(documents).add();
        view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        new Choices(Language.ENGLISH, false, true),
                                        TestSnippets.none(),
                                        new ScriptedPrompts()));
        mouse = new PressedMouse(fx, view);
        fx.show(view, 1000, 600, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(
                () ->
                        model.open(
                                List.of(
                                        path("first.ipynb"),
                                        path("second.ipynb"),
                                        path("third.ipynb"))));
        fx.settle();
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    private Node tab(String name) {
        return fx.call(
                () ->
                        view.lookupAll(".tab-view").stream()
                                .map(TabView.class::cast)
                                .filter(each -> each.tab().titleProperty().get().equals(name))
                                .findFirst()
                                .orElseThrow());
    }

    private Bounds onScreen(Node node) {
        return fx.call(() -> node.localToScreen(node.getLayoutBounds()));
    }

    private void take(String name, Point2D to) {
        mouse = new PressedMouse(fx, tab(name));
        mouse.drag(to);
        at = to;
    }

    private void letGo() {
        mouse.release(at);
    }

    private Point2D leftPartOf(Node node) {
        var bounds = onScreen(node);
        return new Point2D(bounds.getMinX() + bounds.getWidth() / 4, bounds.getCenterY());
    }

    private Point2D pages(double across, double down) {
        var bounds = onScreen(view.lookup(".page-groups"));
        return new Point2D(
                bounds.getMinX() + across * bounds.getWidth(),
                bounds.getMinY() + down * bounds.getHeight());
    }

    private List<List<String>> names() {
        return fx.call(
                () ->
                        model.arrangementProperty().get().groups().stream()
                                .map(
                                        group ->
                                                group.tabs().stream()
                                                        .map(each -> each.titleProperty().get())
                                                        .toList())
                                .toList());
    }

    private Node mark() {
        return fx.call(() -> view.tabMarks().getChildrenUnmodifiable().getFirst());
    }

    @Test
    void aTabIsPutBeforeTheOneThatItIsDraggedTo() {
        var node = tab("third.ipynb");
        take("third.ipynb", leftPartOf(tab("first.ipynb")));

        assertTrue(mark().isVisible());
        assertEquals(onScreen(tab("first.ipynb")).getMinX(), onScreen(mark()).getCenterX(), 2);
        assertEquals(List.of(List.of("first.ipynb", "second.ipynb", "third.ipynb")), names());

        letGo();

        assertEquals(List.of(List.of("third.ipynb", "first.ipynb", "second.ipynb")), names());
        assertFalse(mark().isVisible());
        assertSame(node, tab("third.ipynb"));
        assertEquals(
                "third.ipynb", fx.call(() -> model.activeProperty().get().titleProperty().get()));
    }

    @Test
    void aPressThatHardlyMovesIsAClick() {
        var bounds = onScreen(tab("first.ipynb"));
        take("first.ipynb", new Point2D(bounds.getCenterX() + 4, bounds.getCenterY()));
        assertFalse(mark().isVisible());
        letGo();

        assertEquals(List.of(List.of("first.ipynb", "second.ipynb", "third.ipynb")), names());
        assertFalse(mark().isVisible());
    }

    @Test
    void escapeLeavesTheTabsAsTheyAre() {
        take("third.ipynb", leftPartOf(tab("first.ipynb")));
        fx.robot().type(KeyCode.ESCAPE);
        fx.settle();

        assertFalse(mark().isVisible());
        letGo();
        assertEquals(List.of(List.of("first.ipynb", "second.ipynb", "third.ipynb")), names());
    }

    @Test
    void nearAnEdgeOfThePageTheTabTakesThatHalf() {
        take("first.ipynb", pages(0.05, 0.5));

        assertEquals(
                onScreen(view.lookup(".page-groups")).getWidth() / 2,
                onScreen(mark()).getWidth(),
                1);
        letGo();

        assertEquals(
                List.of(List.of("first.ipynb"), List.of("second.ipynb", "third.ipynb")), names());
        assertTrue(
                fx.call(() -> model.arrangementProperty().get()) instanceof Arrangement.Parts<?>);
        assertEquals(
                "first.ipynb", fx.call(() -> model.activeProperty().get().titleProperty().get()));
    }

    @Test
    void aTabGoesToTheOtherSideWithItsPage() {
        take("first.ipynb", pages(0.95, 0.5));
        letGo();
        var page = first.pages.getFirst();
        take("first.ipynb", leftPartOf(tab("second.ipynb")));
        letGo();

        assertEquals(List.of(List.of("first.ipynb", "second.ipynb", "third.ipynb")), names());
        assertEquals(1, first.pages.size());
        assertSame(fx.call(view::getScene), fx.call(() -> page.view().getScene()));
        assertFalse(page.asked.contains("close"));
        assertTrue(fx.call(() -> page.view().isFocused()));
    }

    @Test
    void inTheMiddleOfAnotherPartItComesToItsEnd() {
        take("first.ipynb", pages(0.95, 0.5));
        letGo();
        take("first.ipynb", pages(0.25, 0.5));
        letGo();

        assertEquals(List.of(List.of("second.ipynb", "third.ipynb", "first.ipynb")), names());
    }

    @Test
    void pastTheEndOfTheRowTheTabsThatDoNotFitComeIntoView() {
        var many = IntStream.range(0, 12).mapToObj(i -> "notebook number " + i + ".ipynb").toList();
        many.forEach(documents::notebook);
        fx.run(() -> model.open(many.stream().map(FakeDocuments::path).toList()));
        fx.run(() -> model.activate(model.tabs().getFirst()));
        fx.settle();
        var last = tab(many.getLast());
        assertTrue(rightOf(last) > rightOf(view.lookup(".tab-bar")));

        var bar = onScreen(view.lookup(".tab-bar"));
        take("first.ipynb", new Point2D(bar.getMaxX() - 4, bar.getCenterY()));
        fx.await(
                "the last tab in view",
                () -> last.localToScreen(last.getLayoutBounds()).getMaxX() < bar.getMaxX());
        letGo();

        assertEquals("first.ipynb", names().getFirst().getLast());
    }

    private double rightOf(Node node) {
        return onScreen(node).getMaxX();
    }

    @Test
    void keysMoveTheTabInFront() {
        fx.robot()
                .press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.PAGE_UP)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        fx.settle();

        assertEquals(List.of(List.of("first.ipynb", "third.ipynb", "second.ipynb")), names());
    }
}
