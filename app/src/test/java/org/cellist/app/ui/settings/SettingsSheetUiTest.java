package org.cellist.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.cellist.app.settings.LookSettings;
import org.cellist.app.settings.TypeSettings;
import org.cellist.app.settings.UnusedKernels;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Fonts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class SettingsSheetUiTest {

    @Test
    void aFamilyThatIsNotHereIsSaidToBeMissingAndStaysChosen(Fx fx) {
        var choices = new Choices(Language.ENGLISH, false, true);
        choices.look().take(LookSettings.DEFAULT.withType(settings("No Such Mono", 13)));
        var sheet = fx.prepare(() -> SettingsSheet.of(choices));
        fx.show(sheet, 600, 900);

        assertEquals(
                "“No Such Mono” is not on this machine, or not monospaced. Until it is, code is"
                        + " shown in Cellist Mono.",
                fx.call(() -> ((Label) sheet.lookup("#family-words")).getText()));
        assertEquals("No Such Mono", fx.call(() -> families(sheet).getValue()));
        assertEquals(List.of("", "No Such Mono"), fx.call(() -> first(sheet, 2)));
        assertEquals("No Such Mono", choices.look().toSettings().type().family());
        assertEquals(
                "Cellist Mono",
                fx.call(() -> choices.look().type().typographyProperty().getValue())
                        .code()
                        .family());
    }

    @Test
    void onlyFamiliesWhoseLettersHaveOneWidthAreOffered(Fx fx) {
        var offered = new ArrayList<String>();
        fx.run(Fonts::load);

        new CodeFamilies(Runnable::run, Runnable::run).find(offered::addAll);

        assertFalse(offered.contains("Pretendard"), offered.toString());
        assertFalse(offered.contains("Cellist Mono"), "it stands first, as none chosen");
    }

    @Test
    void sizesAreReachedByKeysAndTheSampleGrows(Fx fx) {
        var choices = new Choices(Language.ENGLISH, false, true);
        var sheet = fx.prepare(() -> SettingsSheet.of(choices));
        fx.show(sheet, 600, 900);
        double before = fx.call(() -> ((Region) sheet.lookup("#code-sample")).getHeight());
        var larger = fx.call(() -> button(sheet, "Larger code"));
        fx.run(larger::requestFocus);

        for (int i = 0; i < 5; i++) {
            fx.robot().push(KeyCode.SPACE);
        }
        fx.settle();

        assertEquals(18, choices.look().toSettings().type().codeSize());
        double after = fx.call(() -> ((Region) sheet.lookup("#code-sample")).getHeight());
        assertEquals(3 * (29 - 21), after - before, 0.5);
    }

    @Test
    void aRulerThatIsNoneOfTheUsualOnesIsOfferedToo(Fx fx) {
        var choices = new Choices(Language.ENGLISH, false, true);
        choices.look().type().rulerProperty().set(72);
        var sheet = fx.prepare(() -> SettingsSheet.of(choices));
        fx.show(sheet, 600, 900);

        var selected =
                fx.call(
                        () ->
                                sheet.lookupAll(".settings-option:selected").stream()
                                        .map(each -> ((Labeled) each).getText())
                                        .toList());

        assertTrue(selected.contains("72"), selected.toString());
    }

    @SuppressWarnings("unchecked") // the sheet's own box
    private static ComboBox<String> families(Node sheet) {
        return (ComboBox<String>) sheet.lookup("#code-family");
    }

    private static List<String> first(Node sheet, int count) {
        return List.copyOf(families(sheet).getItems().subList(0, count));
    }

    private static Node button(Node sheet, String accessibleText) {
        return sheet.lookupAll(".settings-option").stream()
                .filter(each -> accessibleText.equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static TypeSettings settings(String family, int size) {
        return new TypeSettings(family, size, 160, 14, 0);
    }

    @Test
    void theTimeAfterWhichUnusedKernelsEndIsChosen(Fx fx) {
        var choices = new Choices(Language.ENGLISH, false, true);
        var stored = new ArrayList<UnusedKernels>();
        choices.onChange(() -> stored.add(choices.unusedKernelsProperty().get()));
        var sheet = fx.prepare(() -> SettingsSheet.of(choices));
        fx.show(sheet, 600, 900);
        var never =
                fx.call(
                        () ->
                                sheet.lookupAll(".settings-option").stream()
                                        .map(Labeled.class::cast)
                                        .filter(it -> it.getText().equals("Never"))
                                        .findFirst()
                                        .orElseThrow());

        fx.run(never::requestFocus);
        fx.robot().push(KeyCode.SPACE);
        fx.settle();

        assertEquals(List.of(UnusedKernels.NEVER), stored);
    }

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
