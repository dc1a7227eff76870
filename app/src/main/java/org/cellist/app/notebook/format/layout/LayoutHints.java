package org.cellist.app.notebook.format.layout;

import java.util.ArrayList;
import java.util.List;

/// What the parsers notice of a file's layout in passing.
///
/// Confined to one thread; used for one file.
public final class LayoutHints {

    private static final int ENOUGH = 50;

    private final List<List<String>> cells = new ArrayList<>();
    private final List<List<String>> outputs = new ArrayList<>();
    private boolean hasSourceList;
    private boolean hasSourceString;
    private Slot memberGap = Slot.ABSENT;

    /// Notes the names of a cell's members, in order.
    public void cell(List<String> names) {
        note(cells, names);
    }

    /// Notes the names of an output's members, in order.
    public void output(List<String> names) {
        note(outputs, names);
    }

    private static void note(List<List<String>> noted, List<String> names) {
        if (noted.size() < ENOUGH && !noted.contains(names)) {
            noted.add(List.copyOf(names));
        }
    }

    public void source(boolean isList, boolean isEmpty) {
        hasSourceList |= isList;
        hasSourceString |= !isList && !isEmpty;
    }

    /// Notes what lies between two members of a cell, the comma included.
    public void memberGap(int from, int to) {
        if (!memberGap.isPresent()) {
            memberGap = new Slot(from, to);
        }
    }

    Slot memberGap() {
        return memberGap;
    }

    /// Sources are lists, unless strings are all that there is.
    boolean hasSourceLists() {
        return hasSourceList || !hasSourceString;
    }

    MemberOrder order() {
        boolean isSorted = cells.stream().allMatch(LayoutHints::isSorted);
        return isSorted
                ? MemberOrder.SORTED
                : new MemberOrder(false, merged(cells), merged(outputs));
    }

    private static boolean isSorted(List<String> names) {
        return names.equals(names.stream().sorted(MemberOrder.BY_CODE_POINT).toList());
    }

    /// Returns all names; one that only some have comes after the one it follows there.
    private static List<String> merged(List<List<String>> lists) {
        var merged = new ArrayList<String>();
        for (var names : lists) {
            int place = 0;
            for (var name : names) {
                int known = merged.indexOf(name);
                if (known < 0) {
                    merged.add(place, name);
                    known = place;
                }
                place = known + 1;
            }
        }
        return merged;
    }
}
