package org.cellist.app.notebook.format.layout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Puts a file together from kept ranges of an original and new text.
///
/// Confined to one thread.
public final class Splices {

    private final byte[] original;
    private final List<ByteBuffer> segments = new ArrayList<>();
    private int keptFrom;
    private int keptTo;

    public Splices(byte[] original) {
        this.original = original;
    }

    /// Adds a range of the original.
    public void keep(int from, int to) {
        if (from >= to) {
            return;
        }
        if (from == keptTo && keptTo > keptFrom) {
            keptTo = to;
            return;
        }
        flush();
        keptFrom = from;
        keptTo = to;
    }

    /// Adds new text.
    public void add(String text) {
        if (!text.isEmpty()) {
            flush();
            segments.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// Returns all that was added, in order.
    public List<ByteBuffer> segments() {
        flush();
        return List.copyOf(segments);
    }

    private void flush() {
        if (keptTo > keptFrom) {
            segments.add(ByteBuffer.wrap(original, keptFrom, keptTo - keptFrom));
        }
        keptFrom = 0;
        keptTo = 0;
    }
}
