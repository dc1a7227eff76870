package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules that JavaFX can pass over quickly; see docs/decisions/0090.
class SheetRulesTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{[^{}]*\\}");
    private static final Pattern ENDS_IN_CLASS = Pattern.compile("\\S*[.#:]\\S*");

    /// Else it is tried on every node of the type, and walks up to the root to find that it does
    /// not apply.
    @Test
    void everyRuleEndsInAClass() throws IOException {
        for (var address : WorkbenchSheets.ALL) {
            var selectors = selectors(address);
            assertFalse(selectors.isEmpty(), address);

            var slow = selectors.stream().filter(it -> !ENDS_IN_CLASS.matcher(last(it)).matches());

            assertEquals(List.of(), slow.toList(), address);
        }
    }

    private static String last(String selector) {
        return List.of(selector.split("[\\s>]+", -1)).getLast();
    }

    private static List<String> selectors(String address) throws IOException {
        try (var stream = URI.create(address).toURL().openStream()) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return RULE.matcher(COMMENT.matcher(text).replaceAll(""))
                    .results()
                    .flatMap(rule -> Stream.of(rule.group(1).split(",", -1)))
                    .map(String::strip)
                    .toList();
        }
    }
}
