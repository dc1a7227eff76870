package org.cellist.app.ui.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cellist.app.notebook.model.CellOutput;

/// Which outputs of a cell are shown: the first ones, the last ones, and errors wherever they are.
/// A loop can make thousands.
///
/// Immutable.
///
/// @param first the places of those at the beginning
/// @param last the places of errors in between, then of those at the end
/// @param hidden how many are not shown
record ShownOutputs(List<Integer> first, List<Integer> last, int hidden) {

    /// Outputs that are shown before somebody opens more.
    static final int MOST = 50;

    /// Of these, outputs at the end.
    static final int AT_END = 10;

    ShownOutputs {
        first = List.copyOf(first);
        last = List.copyOf(last);
    }

    /// @param opened how many somebody has opened after the first ones
    static ShownOutputs of(List<CellOutput> items, int opened) {
        int size = items.size();
        if (size <= MOST + opened) {
            return new ShownOutputs(places(0, size), List.of(), 0);
        }
        int begin = MOST - AT_END + opened;
        int end = size - AT_END;
        var last = new ArrayList<>(errors(items, begin, end));
        last.addAll(places(end, size));
        return new ShownOutputs(places(0, begin), last, end - begin - last.size() + AT_END);
    }

    private static List<Integer> places(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /// A kernel ends a cell with its first error; a file that has more of them is made up.
    private static List<Integer> errors(List<CellOutput> items, int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> items.get(i) instanceof CellOutput.Failed)
                .limit(MOST)
                .boxed()
                .toList();
    }
}
