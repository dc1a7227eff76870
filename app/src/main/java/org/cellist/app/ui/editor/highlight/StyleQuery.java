package org.cellist.app.ui.editor.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;
import org.treesitter.TSSymbolType;

/// Which nodes of a grammar's trees have which style: a tree-sitter query, compiled.
///
/// Captures are named like [TokenStyle]s. Where several fall on one place, the innermost node
/// wins, and among captures of one node the pattern that stands last in the file. `(prefix_*)`
/// stands for all nodes whose name begins so. `injection.content` marks text in the language
/// named by `injection.language`, a capture or a `#set!`.
///
/// Confined to the highlighter's thread.
final class StyleQuery {

    private static final String CONTENT = "injection.content";
    private static final Pattern WILDCARD = Pattern.compile("\\((\\w+_)\\*\\)");

    /// A capture of the query and where it was found. Immutable.
    private record Found(int start, int end, int pattern, TokenStyle style) {}

    /// Text in another language. Immutable.
    record Injection(int start, int end, String language) {}

    private final TSQuery query;
    private final List<QueryCondition> conditions = new ArrayList<>();
    private final List<@Nullable TokenStyle> styles = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    StyleQuery(Grammar grammar, TSLanguage language) {
        query = new TSQuery(language, withWildcards(read(grammar.query()), language));
        for (int i = 0; i < query.getPatternCount(); i++) {
            conditions.add(QueryCondition.of(query, i));
        }
        for (int i = 0; i < query.getCaptureCount(); i++) {
            var name = query.getCaptureNameForId(i);
            names.add(name);
            styles.add(TokenStyle.named(name));
        }
    }

    /// Paints the part of a tree's text that the painter has open, and returns what lies in it in
    /// other languages.
    List<Injection> paint(SyntaxTree tree, StylePainter painter) {
        var found = new ArrayList<Found>();
        var injections = new ArrayList<Injection>();
        try (var cursor = new TSQueryCursor()) {
            cursor.setByteRange(2 * painter.from(), 2 * painter.to());
            cursor.exec(query, tree.root());
            var match = new TSQueryMatch();
            while (cursor.nextMatch(match)) {
                collect(match, tree.text(), found, injections);
            }
        }
        found.sort(
                Comparator.comparingInt(Found::start)
                        .thenComparing(Comparator.comparingInt(Found::end).reversed())
                        .thenComparingInt(Found::pattern));
        for (var each : found) {
            painter.paint(each.start, each.end, each.style);
        }
        return injections;
    }

    private void collect(
            TSQueryMatch match, String text, List<Found> found, List<Injection> injections) {
        var captures = match.getCaptures();
        var condition = conditions.get(match.getPatternIndex());
        var nodes = new TSNode[captures.length];
        for (int i = 0; i < captures.length; i++) {
            nodes[i] = captures[i].getNode();
        }
        for (int i = 0; i < captures.length; i++) {
            int id = captures[i].getIndex();
            int start = nodes[i].getStartByte() / 2;
            int end = nodes[i].getEndByte() / 2;
            var style = styles.get(id);
            if (style != null && condition.holds(id, text, start, end)) {
                found.add(new Found(start, end, match.getPatternIndex(), style));
            } else if (names.get(id).equals(CONTENT)) {
                var language = condition.language(names, captures, text);
                injections.add(new Injection(start, end, language));
            }
        }
    }

    private static String withWildcards(String source, TSLanguage language) {
        return WILDCARD.matcher(source).replaceAll(r -> nodesNamed(r.group(1), language));
    }

    private static String nodesNamed(String prefix, TSLanguage language) {
        var nodes = new TreeSet<String>();
        for (int i = 0; i < language.symbolCount(); i++) {
            var name = language.symbolName(i);
            boolean named = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
            if (named && name.startsWith(prefix)) {
                nodes.add("(" + name + ")");
            }
        }
        return "[" + String.join(" ", nodes) + "]";
    }

    private static String read(String file) {
        try (var in = StyleQuery.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
