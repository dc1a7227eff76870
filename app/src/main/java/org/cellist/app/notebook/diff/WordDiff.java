package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.notebook.diff.SequenceDiff.Hunk;
import org.cellist.app.notebook.diff.TextLine.Kind;
import org.cellist.app.notebook.diff.TextLine.Span;

/// Lines that were replaced by others, compared word by word.
///
/// Words are emphasised only where enough of the lines is left to be a help.
///
/// Confined to one thread; used once.
final class WordDiff {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.");

    /// More words than that are not compared, in both texts together.
    private static final int MOST_WORDS = 40_000;

    /// The least part of the words, counted in characters, that both sides have in common.
    private static final double LEAST_COMMON = 0.3;

    private final Side before;
    private final Side after;

    private WordDiff(List<String> before, List<String> after) {
        this.before = new Side(before);
        this.after = new Side(after);
    }

    /// Returns the removed lines and then the added ones.
    static List<TextLine> between(List<String> before, List<String> after) {
        var diff = new WordDiff(before, after);
        if (!before.isEmpty() && !after.isEmpty()) {
            diff.compare();
        }
        var lines = new ArrayList<TextLine>();
        diff.before.addTo(lines, Kind.REMOVED);
        diff.after.addTo(lines, Kind.ADDED);
        return lines;
    }

    private void compare() {
        before.split();
        after.split();
        if (before.words.size() + after.words.size() > MOST_WORDS) {
            return;
        }
        var hunks = SequenceDiff.between(before.words, after.words);
        int gone = 0;
        int come = 0;
        for (var hunk : hunks) {
            gone += before.visible(hunk.beforeFrom(), hunk.beforeTo());
            come += after.visible(hunk.afterFrom(), hunk.afterTo());
        }
        int whole = before.visible(0, before.words.size()) + after.visible(0, after.words.size());
        if (whole - gone - come >= LEAST_COMMON * whole) {
            hunks.forEach(this::emphasise);
        }
    }

    private void emphasise(Hunk hunk) {
        before.emphasise(hunk.beforeFrom(), hunk.beforeTo());
        after.emphasise(hunk.afterFrom(), hunk.afterTo());
    }

    /// The lines of one side and their words; a line's end is a word too.
    private static final class Side {

        private final List<String> lines;
        private final List<List<Span>> spans = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<Integer> lineOf = new ArrayList<>();
        private final List<Integer> startOf = new ArrayList<>();

        Side(List<String> lines) {
            this.lines = lines;
            lines.forEach(_ -> spans.add(new ArrayList<>()));
        }

        void split() {
            for (int i = 0; i < lines.size() && words.size() <= MOST_WORDS; i++) {
                var matcher = WORD.matcher(lines.get(i));
                while (matcher.find()) {
                    add(matcher.group(), i, matcher.start());
                }
                add("\n", i, lines.get(i).length());
            }
        }

        private void add(String word, int line, int start) {
            words.add(word);
            lineOf.add(line);
            startOf.add(start);
        }

        int visible(int from, int to) {
            int visible = 0;
            for (var word : words.subList(from, to)) {
                visible += word.isBlank() ? 0 : word.length();
            }
            return visible;
        }

        void emphasise(int from, int to) {
            for (int i = from; i < to; i++) {
                int start = startOf.get(i);
                var ofLine = spans.get(lineOf.get(i));
                if (words.get(i).equals("\n")) {
                    continue;
                }
                int end = start + words.get(i).length();
                if (!ofLine.isEmpty() && ofLine.getLast().to() == start) {
                    ofLine.set(ofLine.size() - 1, new Span(ofLine.getLast().from(), end));
                } else {
                    ofLine.add(new Span(start, end));
                }
            }
        }

        void addTo(List<TextLine> texts, Kind kind) {
            for (int i = 0; i < lines.size(); i++) {
                texts.add(new TextLine(kind, lines.get(i), spans.get(i)));
            }
        }
    }
}
