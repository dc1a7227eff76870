package org.cellist.app.notebook.model;

import java.util.List;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// One entry of a code cell's `outputs`. Immutable.
public sealed interface CellOutput {

    /// `stream`: text written to a standard stream, with its control characters.
    record Text(StreamName name, StreamText text) implements CellOutput {}

    /// `display_data`, or `execute_result` when it has an execution count slot.
    ///
    /// @param isResult true for `execute_result`
    /// @param executionCount the count of an `execute_result`; may be null there too
    /// @param displayId set only on what came from a kernel in this session
    record Rich(
            MimeBundle data,
            boolean isResult,
            @Nullable Integer executionCount,
            @Nullable DisplayId displayId)
            implements CellOutput {}

    /// `error`: the exception that ended the run. Traceback lines carry ANSI colours.
    record Failed(String ename, String evalue, List<String> traceback) implements CellOutput {
        public Failed {
            traceback = List.copyOf(traceback);
        }
    }

    /// An output of a type this build does not know, kept as it was.
    record Unknown(RawJson value) implements CellOutput {}
}
