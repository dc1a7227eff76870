package org.cellist.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class SettingsSheetUiTest {

    @Test
    void aTextIsCalledNoProxyAsLongAsItIsNone(Fx fx) {
        var choices = new Choices(Language.ENGLISH, false, true);
        var sheet = fx.prepare(() -> SettingsSheet.of(choices));
        fx.show(sheet, 600, 400);
        var problem = fx.call(() -> sheet.lookup("#proxy-problem"));

        var shown =
                List.of("", "http://proxy.lan", "http://proxy.lan:3128", "proxy:99999", "direct")
                        .stream()
                        .map(
                                text ->
                                        fx.call(
                                                () -> {
                                                    choices.proxyProperty().set(text);
                                                    return problem.isVisible();
                                                }))
                        .toList();

        assertEquals(List.of(false, true, false, true, false), shown);
    }
}
