package org.cellist.kernel.protocol;

/// Why the frames of a message were dropped. Immutable.
public enum FrameProblem {
    /// No delimiter, or fewer than six frames.
    MALFORMED,
    /// More frames or bytes than any kernel has reason to send.
    TOO_LARGE,
    BAD_SIGNATURE,
    /// The same signature was seen before: somebody sent a recorded message again.
    REPLAYED,
    /// A part is no JSON object, or the header lacks a member.
    NOT_A_MESSAGE,
    /// A reply or a question that does not say what it belongs to.
    NO_PARENT
}
