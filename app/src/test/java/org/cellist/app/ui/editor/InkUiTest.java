package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.editor.text.CodeText;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.theme.Typography;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What pieces of code look like.
@ExtendWith(FxExtension.class)
class InkUiTest {

    private static final Color LIGHT_KEYWORD = Color.web("#9a3b78");
    private static final Color DARK_KEYWORD = Color.web("#e08bc0");

    private EditorFixture window;

    @BeforeEach
    void open(Fx fx) {
        window = new EditorFixture(fx);
        window.show("for x in y:  # 하나\n    pass|", EditorLanguage.PYTHON);
        window.fx.await(
                "the keywords are coloured", () -> window.pieces(TokenStyle.KEYWORD).size() == 3);
    }

    @AfterEach
    void close() {
        window.fx.setType(Typography.STANDARD);
        window.close();
    }

    @Test
    void colourAndLettersFollowFromWhatAPieceIs() {
        assertEquals(LIGHT_KEYWORD, fill(TokenStyle.KEYWORD));
        assertEquals(Color.web("#23211d"), fill(TokenStyle.PLAIN));
        assertEquals("Regular", font(TokenStyle.KEYWORD).getStyle());
        assertEquals("Regular", font(TokenStyle.COMMENT).getStyle()); // it has no italic face
        assertEquals(13, font(TokenStyle.COMMENT).getSize());
    }

    @Test
    void anotherThemeColoursThePiecesThatThereAre() {
        var look = new Look(List.of(CodeEditor.STYLE_SHEET));
        window.fx.run(() -> look.dress(window.stage.getScene(), Theme.DARK));
        window.fx.settle();

        assertEquals(DARK_KEYWORD, fill(TokenStyle.KEYWORD));
        window.type("\nif");
        window.fx.await(
                "the new keyword is coloured", () -> window.pieces(TokenStyle.KEYWORD).size() == 4);
        window.fx.run(
                () ->
                        window.pieces(TokenStyle.KEYWORD)
                                .forEach(piece -> assertEquals(DARK_KEYWORD, piece.getFill())));
    }

    @Test
    void otherLettersAreTakenByThePiecesThatThereAre() {
        window.fx.setType(new Typography(CodeType.own(18, 160), Typography.TEXT_SIZE, 0));

        assertEquals(18, font(TokenStyle.KEYWORD).getSize());
        assertEquals(18, font(TokenStyle.COMMENT).getSize());
    }

    @Test
    void aProblemIsUnderlinedInTheColourOfItsPieceAndNoLongerWhenItIsGone() {
        window.fx.run(() -> window.editor.markProblems(marks(Marks.Look.ERROR)));
        window.fx.settle();

        assertEquals(LIGHT_KEYWORD, first().getFill());
        assertEquals(13, first().getFont().getSize());
        assertEquals(Color.web("#a8342c"), first().getUnderlineColor());

        window.fx.run(() -> window.editor.markProblems(Marks.NONE));
        window.fx.settle();
        assertNull(first().getUnderlineColor());
    }

    @Test
    void whatWasFoundIsWrittenAsPlainTextIs() {
        window.fx.run(() -> window.editor.markFound(marks(Marks.Look.FOUND)));
        window.fx.settle();

        assertEquals(Color.web("#23211d"), first().getFill());
    }

    private static Marks marks(Marks.Look look) {
        return new Marks(List.of(new Marks.Mark(0, 3, look)));
    }

    private CodeText first() {
        return window.fx.call(
                () ->
                        window.pieces(TokenStyle.KEYWORD).stream()
                                .filter(piece -> piece.getText().equals("for"))
                                .findFirst()
                                .orElseThrow());
    }

    private Paint fill(TokenStyle style) {
        return window.fx.call(() -> window.pieces(style).getFirst().getFill());
    }

    private Font font(TokenStyle style) {
        return window.fx.call(() -> window.pieces(style).getFirst().getFont());
    }
}
