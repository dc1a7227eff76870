package org.cellist.app.ui.editor;

import java.util.Collection;
import java.util.List;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.Highlight;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.StyledSegment;

/// Puts the colours of the highlighter into the area.
///
/// Text appears at once, coloured if its highlight is known, plain otherwise. While somebody
/// types the old colours stay, shifted with the text, until the new ones come; then only the
/// lines that differ are touched, because each line touched is built anew.
///
/// Confined to the JavaFX Application Thread.
final class HighlightView {

    private final EditorArea area;
    private final CodeHighlighter.Job job;
    private final CodeHighlighter highlighter;

    HighlightView(EditorArea area, CodeHighlighter.Job job, CodeHighlighter highlighter) {
        this.area = area;
        this.job = job;
        this.highlighter = highlighter;
    }

    /// Replaces the whole text of the area.
    void showText(String text, EditorLanguage language) {
        job.cancel();
        var known = highlighter.known(text, language);
        if (known != null) {
            area.replace(0, area.getLength(), document(known));
            return;
        }
        area.replace(0, area.getLength(), document(Highlight.plain(text)));
        request(text, language);
    }

    /// Asks for the colours of the text the area shows now.
    void recolour(String text, EditorLanguage language) {
        var known = highlighter.known(text, language);
        if (known != null) {
            job.cancel();
            apply(known);
        } else {
            request(text, language);
        }
    }

    /// Drops the work that waits.
    void stop() {
        job.cancel();
    }

    private void request(String text, EditorLanguage language) {
        job.submit(text, language, this::apply);
    }

    /// Takes a highlight if the area still shows its text.
    private void apply(Highlight highlight) {
        var text = highlight.text();
        if (area.getLength() != text.length() || !area.getText().equals(text)) {
            return;
        }
        var paragraphs = area.getParagraphs();
        int start = 0;
        int changedFrom = -1;
        for (var paragraph : List.copyOf(paragraphs)) {
            int end = start + paragraph.length();
            boolean same = isStyled(paragraph, StyleRuns.of(highlight, start, end));
            if (!same && changedFrom < 0) {
                changedFrom = start;
            } else if (same && changedFrom >= 0) {
                area.setStyleSpans(changedFrom, spans(highlight, changedFrom, start - 1));
                changedFrom = -1;
            }
            start = end + 1;
        }
        if (changedFrom >= 0) {
            area.setStyleSpans(changedFrom, spans(highlight, changedFrom, text.length()));
        }
    }

    private static boolean isStyled(
            Paragraph<Collection<String>, String, Collection<String>> paragraph,
            List<StyleRuns.Run> runs) {
        int index = 0;
        int left = runs.isEmpty() ? 0 : runs.getFirst().length();
        for (StyledSegment<String, Collection<String>> segment : paragraph.getStyledSegments()) {
            int length = segment.getSegment().length();
            while (length > 0) {
                if (!List.copyOf(segment.getStyle()).equals(runs.get(index).style())) {
                    return false;
                }
                int covered = Math.min(length, left);
                length -= covered;
                left -= covered;
                if (left == 0 && index + 1 < runs.size()) {
                    index++;
                    left = runs.get(index).length();
                }
            }
        }
        return true;
    }

    private static StyleSpans<Collection<String>> spans(Highlight highlight, int start, int end) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        if (start == end) {
            spans.add(List.of(), 0);
        }
        for (var run : StyleRuns.of(highlight, start, end)) {
            spans.add(run.style(), run.length());
        }
        return spans.create();
    }

    private static ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            Highlight highlight) {
        var builder =
                new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                        SegmentOps.styledTextOps(), List.of());
        var text = highlight.text();
        for (int start = 0; start <= text.length(); ) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            builder.addParagraph(text.substring(start, end), spans(highlight, start, end));
            start = end + 1;
        }
        return builder.build();
    }
}
