package org.cellist.kernel.recording;

import java.nio.charset.StandardCharsets;

/// What a record of something that a kernel said is. The wire and the files have the names.
/// Immutable.
public enum RecordKind {
    /// A message that the kernel broadcast.
    IOPUB,
    /// A reply on shell or control.
    SHELL,
    /// A question for input.
    STDIN,
    /// The run is in a file now, and nobody wants it from here.
    SETTLED,
    /// Something that the kernel said before this could not be recorded.
    GAP,
    /// In a stream only: what follows happens now.
    NOW,
    /// In a stream only: the kernel has ended, and nothing follows.
    ENDED,
    /// Of a newer recorder.
    UNKNOWN;

    private static final RecordKind[] ALL = values();

    /// Returns the kind of that name.
    ///
    /// @param name in ASCII
    public static RecordKind named(byte[] name) {
        var text = new String(name, StandardCharsets.US_ASCII);
        for (var kind : ALL) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /// Returns the name in ASCII.
    public byte[] bytes() {
        return name().getBytes(StandardCharsets.US_ASCII);
    }
}
