package org.cellist.app.ui.output.html;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of style sheets what could fetch or run something, or end the sheet. Immutable.
final class SheetCleaner {

    private static final int LONGEST = 1 << 20;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);

    /// Escapes could spell any of the words below; sheets of outputs have no other use for them
    /// than signs, which become text.
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9a-fA-F]{1,6}\\s?|.)");

    private static final Pattern IMPORT =
            Pattern.compile(
                    "@(import|font-face|namespace|charset|document)[^;{]*(;|\\{[^}]*})?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FETCH =
            Pattern.compile(
                    "(?:url|src|image|image-set|-webkit-image-set|cross-fade|element|expression)"
                            + "\\s*\\((?!\\s*['\"]?(?:#|data:image/(?:png|jpe?g|gif|webp);base64,))"
                            + "[^)]*\\)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BINDING =
            Pattern.compile("(?:behavior|-moz-binding)\\s*:", Pattern.CASE_INSENSITIVE);

    private SheetCleaner() {}

    /// Returns a sheet, or the content of a `style` attribute, that fetches nothing.
    static String cleaned(String sheet) {
        if (sheet.length() > LONGEST) {
            return "";
        }
        var text = COMMENT.matcher(sheet).replaceAll(" ");
        text = ESCAPE.matcher(text).replaceAll(SheetCleaner::unescaped);
        text = IMPORT.matcher(text).replaceAll(" ");
        text = FETCH.matcher(text).replaceAll("none");
        text = BINDING.matcher(text).replaceAll("x:");
        return text.replace("<", "");
    }

    /// Returns whether an attribute of a drawing fetches nothing.
    static boolean fetchesNothing(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        return lower.indexOf('\\') < 0
                && !FETCH.matcher(lower).find()
                && !lower.contains("javascript:");
    }

    /// Letters become what they stand for, so that the words are found; what would be a sign of
    /// the sheet's own grammar goes; others stay as they were written.
    private static String unescaped(MatchResult escape) {
        var code = escape.group(1).strip();
        boolean isHex = code.matches("[0-9a-fA-F]+");
        int letter = isHex ? Integer.parseInt(code, 16) : code.codePointAt(0);
        if (letter >= 0x80) {
            return Matcher.quoteReplacement(escape.group());
        }
        boolean isWord = Character.isLetterOrDigit(letter) || letter == '@' || letter == '-';
        return isWord ? Character.toString(letter) : "";
    }
}
