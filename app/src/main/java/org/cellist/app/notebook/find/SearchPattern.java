package org.cellist.app.notebook.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A query that can be looked for.
///
/// Case is folded character by character on the text as it stands: a range is one of the text,
/// whatever its length in another case (`İ`, `ß`).
///
/// Immutable.
public final class SearchPattern {

    /// Letters, digits, marks and underscores of all scripts.
    private static final String WORD = "[\\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}]";

    /// A place that is not inside a word.
    private static final String EDGE = "(?!(?<=" + WORD + ")" + WORD + ")";

    private final FindQuery query;
    private final Pattern pattern;

    private SearchPattern(FindQuery query, Pattern pattern) {
        this.query = query;
        this.pattern = pattern;
    }

    /// Returns the query made ready, or what is wrong with it.
    public static QueryOutcome of(FindQuery query) {
        if (query.text().isEmpty()) {
            return new QueryOutcome.Empty();
        }
        try {
            var inner = Pattern.compile(expression(query), flags(query));
            return new QueryOutcome.Usable(
                    new SearchPattern(query, query.wholeWord() ? atEdges(query) : inner));
        } catch (PatternSyntaxException e) {
            return new QueryOutcome.Faulty(PatternFault.of(e), e.getIndex());
        } catch (StackOverflowError _) { // thousands of brackets inside each other
            return new QueryOutcome.Faulty(PatternFault.OTHER, -1);
        }
    }

    private static String expression(FindQuery query) {
        return query.isPattern() ? query.text() : Pattern.quote(query.text());
    }

    private static Pattern atEdges(FindQuery query) {
        return Pattern.compile(EDGE + "(?:" + expression(query) + ")" + EDGE, flags(query));
    }

    private static int flags(FindQuery query) {
        int ofCase = query.matchesCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        int ofPattern = query.isPattern() ? Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS : 0;
        return ofCase | ofPattern;
    }

    public FindQuery query() {
        return query;
    }

    /// Returns the matches in a text that have letters, in order.
    ///
    /// @return empty if the limit is reached
    public Optional<List<TextRange>> ranges(String text, SearchLimit limit) {
        var ranges = new ArrayList<TextRange>();
        try {
            each(
                    text,
                    limit,
                    found -> {
                        if (found.end() > found.start()) {
                            ranges.add(new TextRange(found.start(), found.end()));
                        }
                        return ranges.size() < Finder.MOST;
                    });
            return Optional.of(ranges);
        } catch (SearchEndException _) {
            return Optional.empty();
        }
    }

    /// Hands on each match in a text, in order, until one is answered by false.
    ///
    /// @throws SearchEndException if the limit is reached
    void each(String text, SearchLimit limit, Predicate<MatchResult> found) {
        try {
            var matcher = pattern.matcher(limit.guard(text));
            boolean goesOn = true;
            while (goesOn && matcher.find()) {
                goesOn = found.test(matcher);
            }
        } catch (StackOverflowError _) { // Java's matcher recurses over groups that repeat
            throw new SearchEndException(SearchEnd.TOO_HARD);
        }
    }

    /// Returns the match at that place, with its groups; null when there is none any more.
    ///
    /// @throws SearchEndException if the limit is reached
    @Nullable MatchResult at(String text, int start, int end, SearchLimit limit) {
        try {
            Matcher matcher = pattern.matcher(limit.guard(text));
            boolean isThere =
                    end <= text.length()
                            && matcher.find(start)
                            && matcher.start() == start
                            && matcher.end() == end;
            return isThere ? matcher.toMatchResult() : null;
        } catch (StackOverflowError _) {
            throw new SearchEndException(SearchEnd.TOO_HARD);
        }
    }
}
