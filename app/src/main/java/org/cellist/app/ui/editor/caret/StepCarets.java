package org.cellist.app.ui.editor.caret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a page's carets stood before and after the steps that were made at several of them.
///
/// A document knows its steps by number and nothing of carets: those belong to the page where a
/// step was made. What was remembered first is forgotten when it is too much.
///
/// Confined to the JavaFX Application Thread.
public final class StepCarets {

    /// A step at a thousand places takes some 60 kB.
    private static final int MOST_RANGES = 200_000;

    private final Map<Long, CaretsAround> steps = new LinkedHashMap<>();
    private int ranges;

    /// An edit was made at several carets. One that its step grew by leaves those from before the
    /// step as they are.
    ///
    /// @param step the number of the step that the edit is now part of
    public void made(long step, CaretsAround carets) {
        var begun = steps.remove(step);
        ranges -= size(begun);
        var all = begun == null ? carets : new CaretsAround(begun.before(), carets.after());
        steps.put(step, all);
        ranges += size(all);
        while (ranges > MOST_RANGES && steps.size() > 1) {
            ranges -= size(steps.remove(steps.keySet().iterator().next()));
        }
    }

    /// Returns the carets that belong to the text after a step was taken back, or made again; empty
    /// where it was not made at several.
    public Optional<Carets> of(long step, boolean isBack) {
        return Optional.ofNullable(steps.get(step))
                .map(carets -> isBack ? carets.before() : carets.after());
    }

    private static int size(@Nullable CaretsAround carets) {
        return carets == null ? 0 : carets.before().all().size() + carets.after().all().size();
    }
}
