package org.cellist.app.ui.editor.completion;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.editor.completion.InspectionAnswer.Found;
import org.cellist.app.ui.editor.completion.InspectionAnswer.Missing;
import org.jspecify.annotations.Nullable;

/// What a kernel tells about a thing: asked for, shown, and in more detail when asked again.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class InspectionViewModel {

    static final int BRIEF = 0;
    static final int WITH_SOURCE = 1;

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private long number;

    /// @param place of the source under which it stands
    /// @param lack why there are no words; null if there are
    /// @param detail 0, or 1 with the source
    record Shown(int place, PlainWords words, @Nullable Lack lack, int detail) {}

    /// What is shown; null for nothing.
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    boolean isOpen() {
        return shown.get() != null;
    }

    /// Asks about the name at the caret, or the call around it; about its source too if the brief
    /// words are shown already.
    void ask(AssistedText text) {
        int place = Identifiers.endAfter(text.source(), text.caret());
        var before = shown.get();
        int detail = before != null && before.lack() == null ? WITH_SOURCE : BRIEF;
        ask(new Probe(text.assist(), text.source().toString(), place), text.caret(), detail);
    }

    /// Returns whether words are shown about the name at a place.
    boolean isAbout(AssistedText text, int place) {
        var now = shown.get();
        return now != null && now.place() == Identifiers.startBefore(text.source(), place);
    }

    /// Asks about what a person points at.
    void ask(AssistedText text, int place) {
        long mine = ++number;
        var code = text.source().toString();
        int end = Identifiers.endAfter(code, place);
        text.assist()
                .describe(
                        code,
                        place,
                        end,
                        answer -> {
                            if (mine == number) {
                                answered(answer, Identifiers.startBefore(code, place), BRIEF);
                            }
                        });
    }

    /// Asks about code that need not be in a cell.
    void ask(Probe probe) {
        ask(probe, probe.place(), BRIEF);
    }

    private void ask(Probe probe, int shownAt, int depth) {
        long mine = ++number;
        probe.assist()
                .inspect(
                        probe.code(),
                        probe.place(),
                        depth,
                        answer -> {
                            if (mine == number) {
                                answered(answer, shownAt, depth);
                            }
                        });
    }

    private void answered(InspectionAnswer answer, int place, int depth) {
        shown.set(
                switch (answer) {
                    case Found(var words) -> {
                        var plain = PlainWords.of(words);
                        yield new Shown(place, plain, plain.isEmpty() ? Lack.NOTHING : null, depth);
                    }
                    case Missing(var why) -> new Shown(place, PlainWords.of(""), why, depth);
                });
    }

    void close() {
        number++;
        if (shown.get() != null) {
            shown.set(null);
        }
    }
}
