package org.cellist.kernel.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message's `msg_id`, unique among the messages of its sender. Immutable.
///
/// The id of a request may end in a mark that says for what it was asked. Every message that the
/// kernel sends because of it names the id, so whoever reads them knows that without having seen
/// the request.
public record MessageId(String value) {

    private static final char BEFORE_MARK = '_';
    private static final int UUID_LENGTH = 36;

    /// Longer than any identity of a cell that nbformat allows.
    private static final int LONGEST_MARK = 200;

    /// Returns a new id.
    public static MessageId random() {
        return new MessageId(UUID.randomUUID().toString());
    }

    /// Returns a new id with a mark; without one if the mark is too long for an id.
    public static MessageId marked(String mark) {
        var id = random();
        return mark.isEmpty() || mark.length() > LONGEST_MARK
                ? id
                : new MessageId(id.value + BEFORE_MARK + mark);
    }

    /// Returns the mark; null if it has none.
    public @Nullable String mark() {
        boolean isMarked =
                value.length() > UUID_LENGTH + 1 && value.charAt(UUID_LENGTH) == BEFORE_MARK;
        return isMarked ? value.substring(UUID_LENGTH + 1) : null;
    }

    // Written out, because a record's own are bootstrapped at run time, and every message of a
    // kernel asks.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
