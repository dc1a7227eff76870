package org.cellist.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The formulas of a Markdown text, taken out before Markdown reads their `_`, `*` and `\` as its
/// own, and put back into the page.
///
/// A formula is what Jupyter takes for one: `$…$`, `$$…$$` and `\begin{…}…\end{…}` outside of code.
/// A private-use character on each side of a number stands for it meanwhile.
///
/// Immutable.
final class TexSpans {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<fence>^ {0,3}(?<mark>```+|~~~+)[^\n]*\n.*?(?:^ {0,3}\\k<mark>[`~]*[ \t]*$|\\z))"
                            + "|(?<code>(?<ticks>(?<!`)`+(?!`)).+?(?<!`)\\k<ticks>(?!`))"
                            + "|(?<escape>\\\\\\$)"
                            + "|(?<environment>\\\\begin\\{(?<name>[A-Za-z]+\\*?)}.+?"
                            + "\\\\end\\{\\k<name>})"
                            + "|\\$\\$(?<display>[^$]+?)\\$\\$"
                            + "|\\$(?<inline>(?![\\s$])(?:\\\\\\$|[^$\n]|\n(?!\\s*\n))+?(?<!\\s))\\$(?!\\d)",
                    Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\ue000(\\d{1,9})\ue001");

    private final String text;
    private final List<String> formulas;

    private TexSpans(String text, List<String> formulas) {
        this.text = text;
        this.formulas = List.copyOf(formulas);
    }

    static TexSpans in(String markdown) {
        var formulas = new ArrayList<String>();
        var text = TOKEN.matcher(markdown).replaceAll(token -> place(token, formulas));
        return new TexSpans(text, formulas);
    }

    private static String place(MatchResult token, List<String> formulas) {
        for (var group : List.of("environment", "display", "inline")) {
            var latex = token.group(group);
            if (latex != null) {
                formulas.add(span(latex, !group.equals("inline")));
                return "\ue000" + (formulas.size() - 1) + "\ue001";
            }
        }
        return Matcher.quoteReplacement(token.group());
    }

    /// Returns a formula as HTML: its source, in a style of its own. Without quotation marks, since
    /// the place may stand inside an attribute.
    static String span(String latex, boolean display) {
        return (display ? "<span class=display-tex>" : "<span class=tex>")
                + HtmlText.escaped(latex.strip())
                + "</span>";
    }

    /// Returns the Markdown with places instead of formulas.
    String text() {
        return text;
    }

    /// Puts the formulas back into the HTML that was made of the text.
    String putBack(String html) {
        return PLACE.matcher(html)
                .replaceAll(
                        place -> {
                            int index = Integer.parseInt(place.group(1));
                            return Matcher.quoteReplacement(
                                    index < formulas.size() ? formulas.get(index) : "");
                        });
    }
}
