package org.cellist.app.ui.editor.fold;

/// What a person sees of all lines, in columns. Immutable.
public record SeenColumns(int first, int last) {

    public static final SeenColumns NOTHING = new SeenColumns(0, -1);

    boolean isWithin(SeenColumns other) {
        return other.first <= first && last <= other.last;
    }
}
