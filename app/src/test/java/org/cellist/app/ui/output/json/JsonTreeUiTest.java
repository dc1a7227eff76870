package org.cellist.app.ui.output.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.output.OutputSamples;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class JsonTreeUiTest {

    private final OutputContext context = OutputSamples.context();
    private final List<KeyCode> leftAlone = new ArrayList<>();

    @AfterEach
    void end() {
        context.kit().close();
    }

    @Test
    void aClickOpensAndFoldsARow(Fx fx) throws JsonSyntaxException {
        var tree = shown(fx, "{\"a\": {\"b\": 1}}");

        fx.robot().clickOn(fx.call(() -> tree.localToScreen(60, 1.5 * JsonRow.height())));
        int opened = fx.call(tree::rowCount);
        fx.robot().clickOn(fx.call(() -> tree.localToScreen(60, 1.5 * JsonRow.height())));

        assertEquals(3, opened);
        assertEquals(2, fx.call(tree::rowCount));
    }

    @Test
    void arrowKeysMoveOpenAndFold(Fx fx) throws JsonSyntaxException {
        var tree = shown(fx, "{\"a\": {\"b\": {\"c\": 1}}}");
        fx.run(tree::requestFocus);

        push(fx, KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.RIGHT);
        int opened = fx.call(tree::rowCount);
        push(fx, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);

        assertEquals(4, opened);
        assertEquals(2, fx.call(tree::rowCount));
    }

    @Test
    void keysThatDoNothingHereAreLeftToOthers(Fx fx) throws JsonSyntaxException {
        var tree = shown(fx, "[1]");
        fx.run(tree::requestFocus);

        push(fx, KeyCode.DOWN, KeyCode.UP, KeyCode.B, KeyCode.DOWN, KeyCode.DOWN);

        assertEquals(List.of(KeyCode.UP, KeyCode.B, KeyCode.DOWN), leftAlone);
    }

    @Test
    void aLargeValueIsTakenApartElsewhere(Fx fx) throws JsonSyntaxException {
        var tree = shown(fx, "[" + "123456789, ".repeat(40_000) + "1]");

        fx.await("it is there", () -> tree.rowCount() == 1 + 40_000 / 200 + 1);

        assertTrue(fx.call(() -> tree.lookupAll(".json-row").size()) <= JsonTree.MOST_ROWS + 2);
    }

    private static void push(Fx fx, KeyCode... keys) {
        for (var key : keys) {
            fx.robot().push(key);
        }
        fx.settle();
    }

    private JsonTree shown(Fx fx, String json) throws JsonSyntaxException {
        var value = RawJson.parse(json.getBytes(StandardCharsets.UTF_8));
        var tree = fx.prepare(() -> new JsonTree(value, context.kit().worker()));
        var pane = fx.prepare(() -> new StackPane(tree));
        fx.run(
                () ->
                        pane.addEventHandler(
                                KeyEvent.KEY_PRESSED, event -> leftAlone.add(event.getCode())));
        fx.show(pane, 500, 600, Theme.LIGHT, OutputSheets.addresses().toArray(String[]::new));
        return tree;
    }
}
