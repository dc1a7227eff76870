package org.cellist.app.ui.output.port;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;

/// Code as the words of a flow, in the colours that a [CodeColourer] found.
///
/// Confined to the JavaFX Application Thread.
public final class ColouredCode {

    private ColouredCode() {}

    /// Returns code before its colours are known.
    public static Text plain(String text) {
        return codeText(text, "");
    }

    /// Returns the words of a text, which together are the text.
    public static List<Text> of(String text, List<CodeColourer.Run> runs) {
        var words = new ArrayList<Text>();
        int at = 0;
        for (var run : runs) {
            int start = Math.max(at, Math.min(text.length(), run.start()));
            int end = Math.max(start, Math.min(text.length(), run.end()));
            if (start > at) {
                words.add(codeText(text.substring(at, start), ""));
            }
            if (end > start) {
                words.add(codeText(text.substring(start, end), run.styleClass()));
            }
            at = end;
        }
        if (at < text.length()) {
            words.add(codeText(text.substring(at), ""));
        }
        return words;
    }

    private static Text codeText(String text, String styleClass) {
        var node = new Text(text);
        node.getStyleClass().add("code-text");
        if (!styleClass.isEmpty()) {
            node.getStyleClass().add(styleClass);
        }
        return node;
    }
}
