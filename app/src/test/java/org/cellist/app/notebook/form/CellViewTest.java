package org.cellist.app.notebook.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of a form's cell is shown.
class CellViewTest {

    private static final Form PLAIN = form("#@title T");
    private static final Form HIDING = form("#@title T {display-mode: \"form\"}");

    @ParameterizedTest
    @CsvSource({
        "#@title T, , BOTH",
        "#@title T, form, FORM",
        "#@title T, code, CODE",
        "#@title T, sideways, BOTH",
        "'#@title T {display-mode: \"form\"}', , FORM",
        "'#@title T {display-mode: \"form\"}', both, BOTH",
    })
    void theMetadataWinsOverTheTitle(String source, String cellView, CellView shown) {
        assertEquals(shown, CellView.of(form(source), metadata(cellView)));
    }

    @Test
    void hidingIsWrittenAsColabDoesAndShowingTakesItAway() {
        var others = new JsonObject(Map.of("id", new JsonString("x")));

        var hidden = CellView.toggled(PLAIN, others);

        assertEquals(others.with("cellView", new JsonString("form")), hidden);
        assertEquals(others, CellView.toggled(PLAIN, hidden));
    }

    @Test
    void whatTheTitleHidesIsShownByAWordOfItsOwn() {
        var shown = CellView.toggled(HIDING, JsonObject.EMPTY);

        assertEquals(metadata("both"), shown);
        assertEquals(CellView.FORM, CellView.of(HIDING, CellView.toggled(HIDING, shown)));
    }

    private static JsonObject metadata(String cellView) {
        return cellView == null
                ? JsonObject.EMPTY
                : new JsonObject(Map.of("cellView", new JsonString(cellView)));
    }

    private static Form form(String source) {
        return Form.in(source).orElseThrow();
    }
}
