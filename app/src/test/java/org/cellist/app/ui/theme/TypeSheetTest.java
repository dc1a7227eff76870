package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeSheetTest {

    @TempDir private Path folder;

    @Test
    void everyRuleThatNamesTheOwnFamilyIsRepeatedWithTheOther() throws IOException {
        var sheet = folder.resolve("some.css");
        Files.writeString(
                sheet,
                """
                /* .not { -fx-font-family: "Cellist Mono"; } */
                .words { -fx-font-family: "Pretendard"; }
                .one,
                .two > .label {
                  -fx-padding: 1;
                  -fx-font-family: "Cellist Mono";
                }
                """);

        var rules = rules(sheet, CodeType.STANDARD, "Fira Code");

        var family = rules.lines().filter(line -> line.contains("Fira Code")).toList();
        assertEquals(List.of(".two > .label { -fx-font-family: \"Fira Code\"; }"), family);
        assertTrue(rules.startsWith(".one,\n.two > .label {"), rules);
    }

    @Test
    void thereIsNoSheetBeforeAnythingIsChosen() {
        assertEquals(List.of(), new TypeSheet(List.of()).addresses(Typography.STANDARD));
        assertEquals(
                List.of(),
                new TypeSheet(List.of())
                        .addresses(new Typography(CodeType.STANDARD, Typography.TEXT_SIZE, 80)));
    }

    private static String rules(Path sheet, CodeType like, String family) {
        var code =
                new CodeType(
                        family,
                        like.size(),
                        like.lineHeight(),
                        like.columnWidth(),
                        like.ascent(),
                        like.descent(),
                        0);
        var address =
                new TypeSheet(List.of(sheet.toUri().toString()))
                        .addresses(new Typography(code, Typography.TEXT_SIZE, 0))
                        .getFirst();
        var encoded = address.substring(address.indexOf(',') + 1);
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
