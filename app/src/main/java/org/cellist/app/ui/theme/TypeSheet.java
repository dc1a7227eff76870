package org.cellist.app.ui.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The style sheet of what a person has chosen for letters, laid over the others.
///
/// JavaFX knows no variables but for colours. So the sheets say how everything is set before
/// anything was chosen, and this one repeats what is set otherwise: every rule that names the
/// program's own family for code, found in the sheets themselves, and the sizes of a page.
///
/// Confined to the JavaFX Application Thread.
final class TypeSheet {

    /// Where the addresses of the sheets are names of the program's resources.
    private static final String PROGRAM = "/org/cellist/app/";

    /// See `rich.css`.
    private static final double CODE_IN_TEXT = 12.5;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern OWN_FAMILY =
            Pattern.compile("([^{}]+)\\{[^{}]*-fx-font-family: \"" + Fonts.CODE + "\"[^{}]*}");

    private final List<String> addresses;

    /// Of all rules that name the program's own family; null until another one is chosen.
    private @Nullable List<String> selectors;

    /// @param addresses of the sheets that it is laid over
    TypeSheet(List<String> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    /// Returns the address of the sheet; none where nothing differs from the others.
    List<String> addresses(Typography chosen) {
        if (chosen.code().equals(CodeType.STANDARD) && chosen.textSize() == Typography.TEXT_SIZE) {
            return List.of();
        }
        var rules = new StringBuilder();
        if (!chosen.code().family().equals(Fonts.CODE)) {
            addFamily(rules, chosen.code().family());
        }
        addCode(rules, chosen.code());
        addText(rules, chosen.textScale());
        addCodeInText(rules, chosen.code(), chosen.textScale());
        var bytes = rules.toString().getBytes(UTF_8);
        return List.of("data:text/css;base64," + Base64.getEncoder().encodeToString(bytes));
    }

    private void addFamily(StringBuilder rules, String family) {
        var found = selectors;
        if (found == null) {
            found = addresses.stream().flatMap(each -> ofOwnFamily(text(each)).stream()).toList();
            selectors = found;
        }
        for (var selector : found) {
            rule(rules, selector, "-fx-font-family: \"" + family + "\"");
        }
    }

    /// Returns the selectors of those rules of a sheet that name the program's own family.
    static List<String> ofOwnFamily(String sheet) {
        var rules = COMMENT.matcher(sheet).replaceAll("");
        return OWN_FAMILY.matcher(rules).results().map(each -> each.group(1).strip()).toList();
    }

    /// Reads a sheet, which lies beside a class of the program.
    private static String text(String address) {
        var name = address.substring(address.lastIndexOf(PROGRAM));
        try (InputStream sheet = TypeSheet.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(sheet, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// See `editor.css`: a line is as high as its type and its spacing, half of which lies above.
    private static void addCode(StringBuilder rules, CodeType code) {
        double type = Math.rint(code.ascent() + code.descent());
        double space = code.lineHeight() - type;
        double above = Math.floor(space / 2);
        double wrapped = code.lineHeight() - highestRow(code);
        rule(rules, ".code-editor", size(code.size()));
        rule(
                rules,
                ".code-editor .paragraph-box",
                "-fx-padding: " + px(above) + " 0 " + px(-above) + " 0");
        rule(
                rules,
                ".code-editor .paragraph-text",
                "-fx-line-spacing: " + px(space) + "; -fx-pref-height: " + px(type));
        rule(rules, ".code-editor.wrapping .paragraph-box", "-fx-padding: 0");
        rule(
                rules,
                ".code-editor.wrapping .paragraph-text",
                "-fx-line-spacing: " + px(wrapped) + "; -fx-pref-height: -1");
        rule(rules, ".terminal-text, .json-text, .input-line > .label", size(code.size()));
        rule(rules, ".input-line > .text-field", size(code.size()));
        rule(rules, ".code-block .code-text, .preformatted .flow-text", size(code.size()));
        rule(rules, ".assist-name, .assist-hint > .assist-call", size(code.size()));
        rule(rules, ".assist-words, .assist-detail", size(code.smallSize()));
        if (code.hasOtherWide()) {
            rule(
                    rules,
                    ".terminal-text.wide, .json-text.wide,"
                            + " .code-block .code-text.wide, .preformatted .flow-text.wide",
                    "-fx-font-family: \"" + Fonts.CODE + "\"; " + size(code.wideSize()));
        }
        if (code.emojiSize() > 0) {
            rule(
                    rules,
                    ".json-text.emoji, .code-block .code-text.emoji,"
                            + " .preformatted .flow-text.emoji",
                    size(code.emojiSize()));
        }
    }

    /// JavaFX rounds both parts of a row up. Wide letters of another family may reach higher and
    /// lower than the others of their row.
    private static double highestRow(CodeType code) {
        var wide = CodeType.own(1, 100);
        double ascent = Math.max(code.ascent(), wide.ascent() * code.wideSize());
        double descent = Math.max(code.descent(), wide.descent() * code.wideSize());
        return Math.ceil(ascent) + Math.ceil(descent);
    }

    /// See `rich.css`, `tables.css` and `lists.css`.
    private static void addText(StringBuilder rules, double scale) {
        if (scale == 1) {
            return;
        }
        rule(rules, ".rich-flow", size(14 * scale));
        rule(rules, ".heading-1", size(24 * scale));
        rule(rules, ".heading-2", size(20 * scale));
        rule(rules, ".heading-3", size(16 * scale));
        rule(rules, ".heading-4, .heading-5", size(14 * scale));
        rule(rules, ".heading-6, .table-cell", size(13 * scale));
        rule(rules, ".rich-flow .subscript, .rich-flow .superscript", size(10.5 * scale));
        rule(rules, ".rich-flow .small", size(12 * scale));
        rule(rules, ".item-number", size(14 * scale));
        rule(rules, ".rich-text", spacing(6 * scale));
        rule(rules, ".table-cell > .rich-text", spacing(3 * scale));
        rule(rules, ".code-block > .rich-text, .preformatted > .rich-text", spacing(2));
        rule(
                rules,
                ".markdown-view .paragraph, .markdown-view .listing, .markdown-view .quote,"
                        + " .admonition",
                "-fx-max-width: " + px(760 * scale));
    }

    /// Code within a line of text has the text's size, and wide letters as code has them.
    private static void addCodeInText(StringBuilder rules, CodeType code, double scale) {
        double size = CODE_IN_TEXT * scale;
        if (scale != 1) {
            rule(rules, ".rich-flow .code, .rich-flow .key", size(size));
        }
        if (code.hasOtherWide()) {
            rule(
                    rules,
                    ".rich-flow .code.wide, .rich-flow .key.wide",
                    "-fx-font-family: \""
                            + Fonts.CODE
                            + "\"; "
                            + size(size * code.wideSize() / code.size()));
        }
        if (code.emojiSize() > 0) {
            rule(
                    rules,
                    ".rich-flow .code.emoji, .rich-flow .key.emoji",
                    size(size * code.emojiSize() / code.size()));
        }
    }

    private static String spacing(double space) {
        return "-fx-line-spacing: " + px(space);
    }

    private static String size(double size) {
        return "-fx-font-size: " + px(size);
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.3fpx", value);
    }

    private static void rule(StringBuilder rules, String selector, String declarations) {
        rules.append(selector).append(" { ").append(declarations).append("; }\n");
    }
}
