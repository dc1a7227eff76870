package org.cellist.kernel.recording;

import java.io.IOException;
import java.util.List;

/// Where records come from, one after the other.
///
/// Thread-safe, with one reading at a time.
public interface RecordSource extends AutoCloseable {

    /// Waits for the next record.
    ///
    /// @return the name of its [RecordKind], and the frames of its message if it has one
    /// @throws IOException if none will come
    List<byte[]> read() throws IOException, InterruptedException;

    /// Nobody wants more.
    @Override
    void close();
}
