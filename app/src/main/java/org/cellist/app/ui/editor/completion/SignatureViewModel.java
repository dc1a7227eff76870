package org.cellist.app.ui.editor.completion;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.editor.completion.InspectionAnswer.Found;
import org.cellist.app.ui.editor.completion.InspectionAnswer.Missing;
import org.jspecify.annotations.Nullable;

/// The signature of the call in which somebody types, for as long as they type in it.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class SignatureViewModel {

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable CallSite asked;
    private long number;

    /// A signature with the parameter at the caret.
    ///
    /// @param calleeEnd the place of the source above which it stands
    /// @param current its index; -1 for none
    record Shown(Signature signature, int calleeEnd, int current) {}

    /// What is shown; null for nothing.
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    boolean isActive() {
        return asked != null;
    }

    /// Asks for the signature of the call around the caret. Without a call, what is shown goes.
    void ask(AssistedText text) {
        var site = CallSite.around(text.source(), text.caret());
        if (site == null) {
            close();
        } else if (!isOf(site)) {
            close();
            asked = site;
            long mine = ++number;
            text.assist()
                    .callAround(
                            text.source().toString(),
                            site.calleeEnd(),
                            text.caret(),
                            answer -> {
                                if (mine == number) {
                                    answered(text, answer);
                                }
                            });
        }
    }

    private boolean isOf(CallSite site) {
        return asked != null && asked.calleeEnd() == site.calleeEnd();
    }

    private void answered(AssistedText text, InspectionAnswer answer) {
        var signature =
                switch (answer) {
                    case Found(var words) -> Signature.in(PlainWords.of(words));
                    case Missing _ -> null;
                };
        var now = CallSite.around(text.source(), text.caret());
        if (signature == null || now == null || !isOf(now) || !text.takesSuggestions()) {
            close();
        } else {
            show(signature, now);
        }
    }

    private void show(Signature signature, CallSite site) {
        asked = site;
        shown.set(new Shown(signature, site.calleeEnd(), signature.parameterFor(site)));
    }

    /// The caret is elsewhere: in another argument, in another call, or on another line.
    void caretMoved(AssistedText text) {
        var before = shown.get();
        if (asked == null) {
            return;
        }
        var site = CallSite.around(text.source(), text.caret());
        boolean isOnLine = site != null && isOneLine(text.source(), asked, text.caret());
        if (site == null || !isOnLine) {
            close();
        } else if (!isOf(site)) {
            ask(text);
        } else if (before != null) {
            show(before.signature(), site);
        }
    }

    private static boolean isOneLine(CharSequence code, CallSite asked, int caret) {
        for (int i = Math.min(asked.calleeEnd(), code.length()); i < caret; i++) {
            if (Identifiers.isLineEnd(code.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    void close() {
        asked = null;
        number++;
        if (shown.get() != null) {
            shown.set(null);
        }
    }
}
