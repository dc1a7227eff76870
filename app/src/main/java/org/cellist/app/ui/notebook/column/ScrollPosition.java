package org.cellist.app.ui.notebook.column;

import java.util.List;

/// Where a list stands: the first visible item, and how many of its pixels are hidden above.
///
/// Said this way, a height that becomes known above changes nothing of what is read.
///
/// Immutable.
///
/// @param index the item; 0 for an empty list
/// @param offset hidden pixels; may be negative or larger than the item while scrolling, and is
///     brought back into range by the next layout
public record ScrollPosition(int index, double offset) {

    public static final ScrollPosition TOP = new ScrollPosition(0, 0);

    /// Returns where the first visible item of a list is that is still in another list.
    ScrollPosition carriedOver(List<?> before, List<?> items) {
        if (before.isEmpty()) {
            return this;
        }
        for (int i = index; i < before.size(); i++) {
            int now = items.indexOf(before.get(i));
            if (now >= 0) {
                return new ScrollPosition(now, i == index ? offset : 0);
            }
        }
        return items.isEmpty() ? TOP : new ScrollPosition(items.size() - 1, 0);
    }

    ScrollPosition by(double pixels) {
        return new ScrollPosition(index, offset + pixels);
    }
}
