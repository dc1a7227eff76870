package org.cellist.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cellist.app.notebook.format.Corpus;
import org.junit.jupiter.api.Test;

/// No text that a person sees is written in the sources of the window.
///
/// It looks for string literals with a letter that are given to what shows text. Names that are
/// the same in every language are listed in `shown-literals.txt`, one `File.java: literal` a
/// line.
class LiteralsTest {

    private static final Path UI =
            Corpus.repository().resolve("app/src/main/java/org/cellist/app/ui");
    private static final Path ALLOWED =
            Corpus.repository()
                    .resolve("app/src/test/resources/org/cellist/app/text/shown-literals.txt");
    private static final String WITH_LETTER =
            "\"((?:[^\"\\\\\n]|\\\\.)*\\p{L}(?:[^\"\\\\\n]|\\\\.)*)\"";
    private static final List<Pattern> SHOWN =
            List.of(
                    Pattern.compile(
                            "\\bnew (?:Label|Text|Button|ToggleButton|CheckBox|RadioButton|Hyperlink"
                                    + "|Tooltip|MenuItem|Menu|MenuButton|CheckMenuItem|TitledPane|Tab"
                                    + "|ExtensionFilter|Sheet|Banner|Action)\\(\\s*(?:[\\w.]+,\\s*)?"
                                    + WITH_LETTER),
                    Pattern.compile(
                            "\\.(?:setText|setTitle|setPromptText|setAccessibleText|setHeaderText"
                                    + "|setContentText|setAccessibleHelp|setAccessibleRoleDescription)"
                                    + "\\(\\s*(?:\\w+\\s*\\+\\s*)?"
                                    + WITH_LETTER));

    @Test
    void whatAPersonSeesComesFromTheBundles() throws IOException {
        var shown = shownLiterals();
        shown.removeAll(allowed());

        assertEquals(Set.of(), shown);
    }

    @Test
    void theAllowListHasNoLineTooMany() throws IOException {
        var stale = new TreeSet<>(allowed());
        stale.removeAll(shownLiterals());

        assertEquals(Set.of(), stale);
    }

    @Test
    void aLiteralIsFound() {
        var line = "var label = new Label(\n        \"Save\");";

        assertTrue(SHOWN.stream().anyMatch(pattern -> pattern.matcher(line).find()));
    }

    private static Set<String> shownLiterals() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(UI)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                for (var pattern : SHOWN) {
                    pattern.matcher(source)
                            .results()
                            .forEach(hit -> found.add(file.getFileName() + ": " + hit.group(1)));
                }
            }
        }
        return found;
    }

    private static Set<String> allowed() throws IOException {
        var lines = new TreeSet<>(Files.readAllLines(ALLOWED));
        lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
        return lines;
    }
}
