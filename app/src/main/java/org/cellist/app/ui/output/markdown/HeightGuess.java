package org.cellist.app.ui.output.markdown;

import java.util.regex.Pattern;
import org.cellist.app.ui.theme.ChosenType;

/// Guesses how high a text will be from its lines, without parsing it.
///
/// The measures are those of `rich.css`.
///
/// Confined to one thread.
final class HeightGuess {

    private static final double LINE = 23;
    private static final double GAP = 10;

    /// The last line of a paragraph has no space below.
    private static final double LEADING = 6;

    private static final double ITEM_GAP = 4;
    private static final double CODE_LEADING = 2;
    private static final double CODE_EDGE = 22;
    private static final double TABLE_ROW = 31;
    private static final double FORMULA_LINE = 44;
    private static final double PICTURE = 240;
    private static final double[] HEADINGS = {48, 42, 36, 32, 32, 32};

    /// Average widths at 14 px.
    private static final double LATIN = 6.9;

    private static final double WIDE = 13;
    private static final char FIRST_WIDE = '\u1100';
    private static final double NARROWEST = 80;
    private static final double WIDEST = 760;

    /// Of a long text about so many paragraphs and the like are shown at first.
    private static final int MOST_PARTS = 110;

    private static final Pattern ITEM = Pattern.compile("([-*+]|[0-9]{1,9}[.)]) .*");
    private static final Pattern TABLE_LINE = Pattern.compile("[|:\\- ]+");
    private static final Pattern FORMULA_EDGE = Pattern.compile("\\$\\$|\\\\(begin|end)\\{.*}");

    private final double width;
    private final double codeLine;
    private int parts;
    private double height;
    private double paragraph;
    private boolean inCode;
    private boolean inFormula;

    private HeightGuess(double width, double codeLine) {
        this.codeLine = codeLine;
        this.width = Math.clamp(width, NARROWEST, WIDEST);
    }

    /// What is larger by a factor is as high as in a place that is narrower by it, and larger.
    static double of(String source, double width) {
        double scale = ChosenType.now().textScale();
        return scale * atUsualSize(source, width / scale, codeLine() / scale);
    }

    private static double codeLine() {
        var code = ChosenType.code();
        return Math.rint(code.ascent() + code.descent()) + CODE_LEADING;
    }

    private static double atUsualSize(String source, double width, double codeLine) {
        var guess = new HeightGuess(width, codeLine);
        source.lines().takeWhile(_ -> guess.parts < MOST_PARTS).forEach(guess::add);
        guess.endParagraph();
        if (guess.inCode) {
            guess.height += CODE_EDGE;
        }
        return Math.max(LINE - LEADING, guess.height - GAP);
    }

    private void add(String line) {
        var text = line.strip();
        if (text.startsWith("```") || text.startsWith("~~~")) {
            endParagraph();
            height += inCode ? CODE_EDGE + GAP : 0;
            inCode = !inCode;
        } else if (inCode) {
            height += codeLine;
        } else if (text.startsWith("$$") || text.startsWith("\\begin{") || inFormula) {
            addFormula(text);
        } else if (text.isEmpty()) {
            endParagraph();
        } else if (text.startsWith("#")) {
            addHeading(text);
        } else if (text.startsWith("|")) {
            endParagraph();
            height += TABLE_LINE.matcher(text).matches() ? GAP : TABLE_ROW;
        } else if (text.startsWith("![") || text.startsWith("<img")) {
            endParagraph();
            height += PICTURE + GAP;
        } else {
            addWords(text);
        }
    }

    private void addFormula(String text) {
        endParagraph();
        boolean isWhole = text.startsWith("$$") && text.length() > 4 && text.endsWith("$$");
        boolean closes = inFormula && (text.endsWith("$$") || text.startsWith("\\end{"));
        height += isWhole || !FORMULA_EDGE.matcher(text).matches() ? FORMULA_LINE : 4;
        inFormula = !isWhole && !closes;
        height += inFormula ? 0 : GAP;
    }

    private void addHeading(String text) {
        endParagraph();
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        height += HEADINGS[Math.min(HEADINGS.length, level) - 1];
    }

    private void addWords(String text) {
        boolean isItem = ITEM.matcher(text).matches();
        if (isItem && paragraph > 0) {
            endLines();
            height += ITEM_GAP;
            parts++;
        }
        paragraph += widthOf(text) + LATIN;
    }

    private static double widthOf(String text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            wide += text.charAt(i) >= FIRST_WIDE ? 1 : 0;
        }
        return wide * WIDE + (text.length() - wide) * LATIN;
    }

    private void endLines() {
        if (paragraph > 0) {
            height += Math.ceil(paragraph / width) * LINE - LEADING;
            paragraph = 0;
        }
    }

    private void endParagraph() {
        parts++;
        if (paragraph > 0) {
            endLines();
            height += GAP;
        }
    }
}
