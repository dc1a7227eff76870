package org.cellist.kernel.keeper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Puts what is told of a run behind its beginning. The client's words and the kernel's broadcasts
/// come over two ways: a question, or a reply, may be here before the broadcast by which those who
/// come later know the run.
///
/// Not thread-safe.
final class RunOrder {

    /// Runs that are remembered; of older ones nothing comes any more.
    private static final int REMEMBERED = 1024;

    private final SequencedSet<String> begun = new LinkedHashSet<>();
    private final SequencedMap<String, List<LogRecord>> early = new LinkedHashMap<>();

    /// Takes a broadcast.
    ///
    /// @param run the id of its request
    /// @param begins whether those who come later know the run by it
    /// @return what is to be recorded now, in order
    List<LogRecord> heard(String run, boolean begins, LogRecord record) {
        if (!begins) {
            return List.of(record);
        }
        begun.addLast(run);
        if (begun.size() > REMEMBERED) {
            begun.removeFirst();
        }
        var now = new ArrayList<LogRecord>();
        now.add(record);
        now.addAll(early.getOrDefault(run, List.of()));
        early.remove(run);
        return now;
    }

    /// Takes what is told of a run.
    ///
    /// @return what is to be recorded now, in order
    List<LogRecord> told(String run, LogRecord record) {
        if (begun.contains(run)) {
            return List.of(record);
        }
        early.computeIfAbsent(run, _ -> new ArrayList<>()).add(record);
        return early.size() > REMEMBERED ? early.pollFirstEntry().getValue() : List.of();
    }
}
