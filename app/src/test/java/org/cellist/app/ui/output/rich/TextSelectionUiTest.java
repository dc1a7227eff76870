package org.cellist.app.ui.output.rich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.output.OutputSamples;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.output.markup.Markup;
import org.cellist.app.ui.output.markup.WordReader;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class TextSelectionUiTest {

    private final OutputContext context = OutputSamples.context();
    private final RichView view;

    TextSelectionUiTest(Fx fx) {
        view = fx.prepare(RichView::new);
    }

    @BeforeEach
    void show(Fx fx) {
        fx.show(
                new StackPane(view),
                600,
                400,
                Theme.LIGHT,
                OutputSheets.addresses().toArray(String[]::new));
        var blocks = Markup.blocks("<p>Some words here</p><p>and more</p>", WordReader.AS_THEY_ARE);
        fx.run(() -> view.show(blocks, context, new NotebookPictures(Map.of(), null), blocks));
        fx.settle();
    }

    @AfterEach
    void end() {
        context.kit().close();
    }

    @Test
    void aDoubleClickSelectsAWord(Fx fx) {
        press(fx, 0, 10, 2, false);

        assertEquals("Some", copied(fx));
    }

    @Test
    void aTripleClickSelectsAParagraph(Fx fx) {
        press(fx, 0, 10, 3, false);

        assertEquals("Some words here", copied(fx));
    }

    @Test
    void aShiftClickExtendsOverParagraphs(Fx fx) {
        press(fx, 0, 0, 1, false);
        press(fx, 1, 300, 1, true);

        assertEquals("Some words here\nand more", copied(fx));
    }

    private void press(Fx fx, int flow, double x, int clicks, boolean isShift) {
        fx.run(
                () -> {
                    var place = view.flows().get(flow);
                    var at = place.localToScene(x, place.getHeight() / 2);
                    var target = new PickResult(view, at.getX(), at.getY());
                    Event.fireEvent(view, pressed(target, at, clicks, isShift));
                });
    }

    private static MouseEvent pressed(PickResult target, Point2D at, int clicks, boolean isShift) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                clicks,
                isShift,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                target);
    }

    private String copied(Fx fx) {
        var shortcut =
                new KeyEvent(KeyEvent.KEY_PRESSED, "c", "c", KeyCode.C, false, true, false, false);
        return fx.call(
                () -> {
                    Event.fireEvent(view, shortcut);
                    return Clipboard.getSystemClipboard().getString();
                });
    }
}
