package org.cellist.app.ui.workbench.notice;

import java.util.List;

/// Something to know about the notebook in front, above its cells. Immutable.
///
/// @param headline one sentence that says what is
/// @param words what it means; may be empty
/// @param details folded away, such as a kernel's last words; may be empty
/// @param actions what to do, the most likely one last
public record Banner(
        Tone tone, String headline, String words, String details, List<Action> actions) {

    public Banner {
        actions = List.copyOf(actions);
    }

    /// How much it matters; shown by an icon too.
    public enum Tone {
        NOTE,
        WARNING,
        ERROR
    }

    /// A button of a banner.
    public record Action(String text, Runnable run) {}
}
