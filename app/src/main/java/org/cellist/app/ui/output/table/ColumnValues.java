package org.cellist.app.ui.output.table;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of a column as what they are: numbers, points in time, or words. All values that are
/// not missing have to be of one kind, else they are words.
///
/// Immutable.
final class ColumnValues {

    private static final Set<String> MISSING =
            Set.of("", "NaN", "nan", "NaT", "None", "<NA>", "null", "NA");

    /// More different words are compared without the rules of a language, which take their time.
    private static final int MOST_COLLATED = 50_000;

    /// Digits that a `double` holds for sure.
    private static final int EXACT = 15;

    /// What a column holds.
    enum Kind {
        NUMBER,
        TIME,
        WORDS
    }

    private final Kind kind;
    private final List<String> texts;
    private final @Nullable Comparable<?>[] keys;
    private final Collator collator = Collator.getInstance(Locale.getDefault());

    private ColumnValues(Kind kind, List<String> texts, @Nullable Comparable<?>[] keys) {
        this.kind = kind;
        this.texts = texts;
        this.keys = keys;
    }

    /// @param texts from the first row to the last
    static ColumnValues of(List<String> texts) {
        for (var kind : List.of(Kind.NUMBER, Kind.TIME)) {
            var keys = keys(texts, kind);
            if (keys != null) {
                return new ColumnValues(kind, texts, keys);
            }
        }
        var words = new ColumnValues(Kind.WORDS, texts, new Comparable<?>[texts.size()]);
        words.addWords();
        return words;
    }

    private static @Nullable Comparable<?> @Nullable [] keys(List<String> texts, Kind kind) {
        var keys = new @Nullable Comparable<?>[texts.size()];
        boolean some = false;
        for (int row = 0; row < keys.length; row++) {
            var text = texts.get(row);
            if (isMissing(text)) {
                continue;
            }
            keys[row] = kind == Kind.NUMBER ? ValueReader.number(text) : ValueReader.time(text);
            if (keys[row] == null) {
                return null;
            }
            some = true;
        }
        return some ? keys : null;
    }

    private void addWords() {
        boolean isCollated = new HashSet<>(texts).size() <= MOST_COLLATED;
        var known = new HashMap<String, Comparable<?>>();
        for (int row = 0; row < keys.length; row++) {
            var text = texts.get(row);
            if (!isMissing(text)) {
                keys[row] =
                        isCollated
                                ? known.computeIfAbsent(text, collator::getCollationKey)
                                : text.toLowerCase(Locale.ROOT);
            }
        }
    }

    static boolean isMissing(String text) {
        return MISSING.contains(text);
    }

    Kind kind() {
        return kind;
    }

    boolean isMissing(int row) {
        return keys[row] == null;
    }

    /// Compares the values of two rows, neither of which is missing.
    int compare(int row, int other) {
        int order = compareKeys(keys[row], keys[other]);
        if (order == 0 && kind == Kind.NUMBER && isLong(row) && isLong(other)) {
            return exact(row).compareTo(exact(other));
        }
        return order;
    }

    private boolean isLong(int row) {
        return texts.get(row).length() > EXACT;
    }

    private BigDecimal exact(int row) {
        return ValueReader.exact(texts.get(row));
    }

    /// Compares the value of a row with one that a person wrote.
    ///
    /// @return null if the row has none, or what was written is of another kind
    @Nullable Integer compareTo(int row, String written) {
        if (isMissing(row)) {
            return null;
        }
        if (kind == Kind.WORDS) {
            return collator.compare(texts.get(row), written);
        }
        var key = read(written);
        return key == null ? null : compareKeys(keys[row], key);
    }

    /// Returns whether something can be compared with the values of this column.
    boolean takes(String written) {
        return kind == Kind.WORDS || read(written) != null;
    }

    private @Nullable Comparable<?> read(String written) {
        var text = written.strip();
        return kind == Kind.NUMBER ? ValueReader.number(text) : ValueReader.time(text);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the keys of a column are of one class
    private static int compareKeys(@Nullable Comparable<?> key, @Nullable Comparable<?> other) {
        return key == null || other == null ? 0 : ((Comparable) key).compareTo(other);
    }
}
