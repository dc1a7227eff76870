package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.cellist.app.ui.editor.CodeEditor;
import org.junit.jupiter.api.Test;

class TypeSheetTest {

    @Test
    void everyRuleThatNamesTheOwnFamilyIsFound() {
        var sheet =
                """
                /* .not { -fx-font-family: "Cellist Mono"; } */
                .words { -fx-font-family: "Pretendard"; }
                .one,
                .two > .label {
                  -fx-padding: 1;
                  -fx-font-family: "Cellist Mono";
                }
                .three { -fx-font-family: "Cellist Mono"; -fx-font-size: 12px; }
                """;

        assertEquals(List.of(".one,\n.two > .label", ".three"), TypeSheet.ofOwnFamily(sheet));
    }

    @Test
    void itIsRepeatedWithTheFamilyThatIsChosen() {
        var address = StyleSheets.in(CodeEditor.class, "editor.css");

        var rules = rules(address, CodeType.STANDARD, "Fira Code");

        var family = rules.lines().filter(line -> line.contains("Fira Code")).toList();
        assertEquals(
                List.of(
                        ".code-editor { -fx-font-family: \"Fira Code\"; }",
                        ".code-editor .code-area { -fx-font-family: \"Fira Code\"; }"),
                family);
    }

    @Test
    void thereIsNoSheetBeforeAnythingIsChosen() {
        assertEquals(List.of(), new TypeSheet(List.of()).addresses(Typography.STANDARD));
        assertEquals(
                List.of(),
                new TypeSheet(List.of())
                        .addresses(new Typography(CodeType.STANDARD, Typography.TEXT_SIZE, 80)));
    }

    private static String rules(String sheet, CodeType like, String family) {
        var code =
                new CodeType(
                        family,
                        like.size(),
                        like.lineHeight(),
                        like.columnWidth(),
                        like.ascent(),
                        like.descent(),
                        0,
                        0);
        var address =
                new TypeSheet(List.of(sheet))
                        .addresses(new Typography(code, Typography.TEXT_SIZE, 0))
                        .getFirst();
        var encoded = address.substring(address.indexOf(',') + 1);
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
