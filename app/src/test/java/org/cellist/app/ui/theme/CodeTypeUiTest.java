package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class CodeTypeUiTest {

    @Test
    void theOwnFamilysMeasuresAreKnownWithoutMeasuring(Fx fx) {
        for (int size : new int[] {8, 13, 18, 36}) {
            var known = CodeType.own(size, 160);
            var sample = fx.call(() -> sample("0000", size));
            var wide = fx.call(() -> sample("한글漢字", size));

            assertEquals(sample.getLayoutBounds().getWidth() / 4, known.columnWidth(), 0.001);
            assertEquals(wide.getLayoutBounds().getWidth() / 8, known.columnWidth(), 0.001);
            assertEquals(sample.getBaselineOffset(), known.ascent(), 0.001);
            assertEquals(
                    sample.getLayoutBounds().getHeight(), known.ascent() + known.descent(), 0.001);
            assertFalse(known.hasOtherWide());
        }
    }

    @Test
    void aFamilyThatIsNotThereOrHasLettersOfManyWidthsIsReplaced(Fx fx) {
        fx.run(Fonts::load);

        for (var family : new String[] {"No Such Mono", "Pretendard", Fonts.CODE}) {
            assertEquals(
                    CodeType.own(15, 150),
                    fx.call(() -> CodeType.measured(family, 15, 150)),
                    family);
        }
    }

    @Test
    void rowsOfOutputsAreNoFurtherApartThanLinesOfCode() {
        assertEquals(19, CodeType.own(13, 160).rowHeight());
        assertEquals(19, CodeType.own(13, 220).rowHeight());
        assertEquals(16, CodeType.own(13, 120).rowHeight());
        assertTrue(CodeType.own(36, 120).rowHeight() <= CodeType.own(36, 120).lineHeight());
    }

    private static Text sample(String letters, int size) {
        Fonts.load();
        var text = new Text(letters);
        text.setFont(Font.font(Fonts.CODE, size));
        return text;
    }
}
