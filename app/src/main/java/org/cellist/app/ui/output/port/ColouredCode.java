package org.cellist.app.ui.output.port;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import org.cellist.app.ui.theme.LetterRuns;

/// Code as the words of a flow, in the colours that a [CodeColourer] found.
///
/// Confined to the JavaFX Application Thread.
public final class ColouredCode {

    private ColouredCode() {}

    /// Letters of two columns have words of their own, but so many at most: the time in which a
    /// text is laid out grows faster than they do.
    private static final int MOST = 250;

    /// Returns the words of code before its colours are known.
    public static List<Text> plain(String text) {
        return of(text, List.of());
    }

    /// Returns the words of a text, which together are the text.
    public static List<Text> of(String text, List<CodeColourer.Run> runs) {
        var words = new ArrayList<Text>();
        int at = 0;
        for (var run : runs) {
            int start = Math.max(at, Math.min(text.length(), run.start()));
            int end = Math.max(start, Math.min(text.length(), run.end()));
            if (start > at) {
                add(words, text.substring(at, start), "");
            }
            if (end > start) {
                add(words, text.substring(start, end), run.styleClass());
            }
            at = end;
        }
        if (at < text.length()) {
            add(words, text.substring(at), "");
        }
        return words;
    }

    private static void add(List<Text> words, String text, String styleClass) {
        int at = 0;
        for (var stretch : LetterRuns.of(text, Math.max(1, MOST - words.size()))) {
            var node = new Text(text.substring(at, stretch.end()));
            node.getStyleClass().add("code-text");
            if (!styleClass.isEmpty()) {
                node.getStyleClass().add(styleClass);
            }
            var ofLetters = stretch.kind().styleClass();
            if (ofLetters != null) {
                node.getStyleClass().add(ofLetters);
            }
            words.add(node);
            at = stretch.end();
        }
    }
}
