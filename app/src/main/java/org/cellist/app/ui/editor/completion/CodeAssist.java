package org.cellist.app.ui.editor.completion;

import java.util.List;
import java.util.function.Consumer;

/// What is known about the code of one cell. A port; places are UTF-16 units of the code.
///
/// Confined to the JavaFX Application Thread. Answers come there, later, in any order or never.
public interface CodeAssist {

    /// Knows nothing: prose, or an editor that stands alone.
    CodeAssist NOTHING =
            new CodeAssist() {
                @Override
                public void complete(String code, int caret, Consumer<CompletionAnswer> then) {
                    // No answer.
                }

                @Override
                public void inspect(
                        String code, int place, int detail, Consumer<InspectionAnswer> then) {
                    // No answer.
                }

                @Override
                public List<String> words(int caret, boolean members) {
                    return List.of();
                }

                @Override
                public boolean suggestsUnasked() {
                    return false;
                }

                @Override
                public boolean takesTab() {
                    return false;
                }
            };

    /// Asks how the code before the caret may go on.
    void complete(String code, int caret, Consumer<CompletionAnswer> then);

    /// Asks what stands before a place.
    ///
    /// @param detail 0, or 1 for the source as well
    void inspect(String code, int place, int detail, Consumer<InspectionAnswer> then);

    /// Asks what a person should know about a place that they point at. There is no answer where
    /// that is nothing.
    ///
    /// @param end of the name that stands there; the place itself where none does
    default void describe(String code, int place, int end, Consumer<InspectionAnswer> then) {
        // No answer.
    }

    /// Asks for words that have the signature of a call in them, as IPython writes it.
    ///
    /// @param calleeEnd behind the name that is called
    /// @param caret in the call's parentheses
    default void callAround(
            String code, int calleeEnd, int caret, Consumer<InspectionAnswer> then) {
        inspect(code, calleeEnd, 0, then);
    }

    /// Returns what is said while whoever is asked has not answered yet.
    default Lack slow() {
        return Lack.SLOW;
    }

    /// Goes to where the name at a place is defined.
    default void follow(int place) {
        // Nobody knows where.
    }

    /// Returns the names that the notebook's code uses, the nearest first.
    ///
    /// @param members only those that follow a dot somewhere
    List<String> words(int caret, boolean members);

    /// Returns whether `Tab` behind a name and `Shift+Tab` ask; else they indent.
    default boolean takesTab() {
        return true;
    }

    /// Returns whether suggestions come while somebody types, and not only when asked for.
    boolean suggestsUnasked();
}
