package org.cellist.app.ui.editor.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCapture;
import org.treesitter.TSQueryPredicateStep;
import org.treesitter.TSQueryPredicateStepType;

/// What must be true of a captured text for a pattern to count: its predicates, read once.
///
/// `#one-of?` (words), `#like?` and `#unlike?` (a regular expression) about one capture, and
/// `#set! injection.language`. The names differ from tree-sitter's usual ones, because the
/// binding drops matches of the predicates it knows: it reads offsets as UTF-8, and ours are
/// UTF-16.
///
/// Immutable.
final class QueryCondition {

    private static final String LANGUAGE = "injection.language";

    /// One predicate about one capture. Immutable.
    private sealed interface Test {
        int capture();

        record AnyOf(int capture, Set<String> words) implements Test {}

        record Match(int capture, Pattern pattern, boolean wanted) implements Test {}
    }

    private final List<Test> tests;
    private final @Nullable String language;

    private QueryCondition(List<Test> tests, @Nullable String language) {
        this.tests = List.copyOf(tests);
        this.language = language;
    }

    /// Reads the predicates of one pattern.
    ///
    /// @throws IllegalArgumentException if there is one we do not know
    static QueryCondition of(TSQuery query, int pattern) {
        var tests = new ArrayList<Test>();
        String language = null;
        for (var predicate : split(query.getPredicateForPattern(pattern))) {
            var name = query.getStringValueForId(predicate.getFirst().getValueId());
            var words =
                    predicate.stream()
                            .skip(1)
                            .filter(s -> s.getType() == STRING)
                            .map(s -> query.getStringValueForId(s.getValueId()))
                            .toList();
            int capture = predicate.get(1).getValueId();
            switch (name) {
                case "one-of?" -> tests.add(new Test.AnyOf(capture, Set.copyOf(words)));
                case "like?" -> tests.add(match(capture, words, true));
                case "unlike?" -> tests.add(match(capture, words, false));
                case "set!" -> language = words.getLast();
                default -> throw new IllegalArgumentException("predicate " + name);
            }
        }
        return new QueryCondition(tests, language);
    }

    private static final TSQueryPredicateStepType STRING =
            TSQueryPredicateStepType.TSQueryPredicateStepTypeString;

    private static Test match(int capture, List<String> words, boolean wanted) {
        return new Test.Match(capture, Pattern.compile(words.getFirst()), wanted);
    }

    /// Tells whether the text from `start` to `end`, captured as `capture`, passes.
    boolean holds(int capture, String text, int start, int end) {
        for (var test : tests) {
            if (test.capture() == capture && !passes(test, text, start, end)) {
                return false;
            }
        }
        return true;
    }

    private static boolean passes(Test test, String text, int start, int end) {
        return switch (test) {
            case Test.AnyOf(_, var words) -> words.contains(text.substring(start, end));
            case Test.Match(_, var pattern, var wanted) ->
                    pattern.matcher(text).region(start, end).find() == wanted;
        };
    }

    /// Returns the name of the language of injected text: the fixed one, or what was captured.
    String language(List<String> names, TSQueryCapture[] captures, String text) {
        if (language != null) {
            return language;
        }
        for (var capture : captures) {
            if (names.get(capture.getIndex()).equals(LANGUAGE)) {
                var node = capture.getNode();
                return text.substring(node.getStartByte() / 2, node.getEndByte() / 2);
            }
        }
        return "";
    }

    private static List<List<TSQueryPredicateStep>> split(TSQueryPredicateStep[] steps) {
        var predicates = new ArrayList<List<TSQueryPredicateStep>>();
        var current = new ArrayList<TSQueryPredicateStep>();
        for (var step : steps) {
            if (step.getType() == TSQueryPredicateStepType.TSQueryPredicateStepTypeDone) {
                predicates.add(List.copyOf(current));
                current.clear();
            } else {
                current.add(step);
            }
        }
        return predicates;
    }
}
