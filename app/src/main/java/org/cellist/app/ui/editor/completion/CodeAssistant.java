package org.cellist.app.ui.editor.completion;

import java.time.Duration;
import java.util.function.IntSupplier;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Helps in the editor that has the focus: suggestions, documentation, signatures.
///
/// A page has one. While nothing is open, a key costs it a look at the letter typed, whatever the
/// length of the cell. What it opens never takes the focus, and never opens while an input method
/// composes.
///
/// Confined to the JavaFX Application Thread.
public final class CodeAssistant {

    /// Hands rest that long when they wait for a suggestion.
    static final Duration AFTER_LETTERS = Duration.ofMillis(120);

    static final Duration AFTER_DOT = Duration.ofMillis(20);
    static final Duration AFTER_PARENTHESIS = Duration.ofMillis(60);

    /// Whoever runs through the list reads nothing.
    static final Duration AFTER_CHOICE = Duration.ofMillis(150);

    /// The mouse rests that long when somebody points at something.
    static final Duration AFTER_POINTING = Duration.ofMillis(600);

    /// So long what somebody pointed at stays, for the way to it.
    static final Duration AFTER_LEAVING = Duration.ofMillis(300);

    private final CompletionViewModel completions;
    private final InspectionViewModel documentation = new InspectionViewModel();
    private final InspectionViewModel card = new InspectionViewModel();
    private final InspectionViewModel pointed = new InspectionViewModel();
    private final SignatureViewModel signature = new SignatureViewModel();
    private final Pause unasked;
    private final Pause choice;
    private final Pause call;
    private final Pause caret;
    private final Pause pointing;
    private final AssistKeys keys;
    private final AssistViews views;
    private @Nullable AssistedText text; // that somebody works in
    private @Nullable String documented; // the choice that words are or will be shown about

    public CodeAssistant(AssistLayer layer, Delay delay) {
        completions = new CompletionViewModel(delay);
        unasked = new Pause(delay);
        choice = new Pause(delay);
        call = new Pause(delay);
        caret = new Pause(delay);
        pointing = new Pause(delay);
        views = new AssistViews(layer, this);
        keys = new AssistKeys(this, views);
        completions.shownProperty().subscribe(this::choiceChanged);
    }

    CompletionViewModel completions() {
        return completions;
    }

    /// What stands beside the list.
    InspectionViewModel documentation() {
        return documentation;
    }

    /// What was asked for by itself.
    InspectionViewModel card() {
        return card;
    }

    /// What a person points at.
    InspectionViewModel pointed() {
        return pointed;
    }

    SignatureViewModel signature() {
        return signature;
    }

    /// The text in which something may be open; null when nothing is.
    @Nullable AssistedText text() {
        return text;
    }

    // ---- what the editor tells

    /// Offers a key before the editor looks at it; returns whether it is done with.
    public boolean handle(KeyEvent event, AssistedText in) {
        text = in;
        pointed.close();
        return keys.handle(event, in);
    }

    /// A person changed the text.
    public void edited(AssistedText in, int offset, int removedLength, String inserted) {
        text = in;
        card.close();
        completions.edited(offset, removedLength, inserted);
        if (!in.assist().suggestsUnasked()) {
            return;
        }
        if (completions.isActive() || removedLength > 0) {
            unasked.cancel();
        } else {
            askAfter(in, inserted);
        }
        boolean calls = inserted.equals("(") || inserted.equals("()") || inserted.equals(",");
        if (calls && in.isPython()) {
            call.restart(AFTER_PARENTHESIS, () -> showSignature(in));
        }
    }

    private void askAfter(AssistedText in, String inserted) {
        if (inserted.equals(".")) {
            unasked.restart(AFTER_DOT, () -> askUnasked(in));
        } else if (inserted.length() <= 2 && Identifiers.isAll(inserted)) {
            unasked.restart(AFTER_LETTERS, () -> askUnasked(in));
        } else {
            unasked.cancel();
        }
    }

    private void askUnasked(AssistedText in) {
        int place = in.caret();
        if (in.takesSuggestions()
                && UnaskedPlaces.allow(in.source(), place)
                && in.isCodeBefore(place)) {
            completions.ask(in, false);
        }
    }

    /// The caret moved, perhaps with an edit that is still to be told.
    public void caretMoved(AssistedText in) {
        if (completions.isActive() || signature.isActive() || card.isOpen()) {
            caret.restart(Duration.ZERO, () -> caretCameToRest(in));
        }
    }

    private void caretCameToRest(AssistedText in) {
        completions.caretIsAt(in.caret());
        signature.caretMoved(in);
        var shown = card.shownProperty().get();
        if (shown != null && shown.place() != in.caret()) {
            card.close();
        }
    }

    /// The mouse moved over a text. Where it comes to rest, a person is told what stands there.
    ///
    /// @param place tells what it is over; -1 for nothing
    public void mouseMoved(AssistedText over, IntSupplier place) {
        pointing.restart(AFTER_POINTING, () -> pointedAt(over, place.getAsInt()));
    }

    /// The mouse left the text. It may be on its way to what is shown.
    public void mouseLeft() {
        pointing.restart(AFTER_LEAVING, this::closePointed);
    }

    /// Nothing is shown over what is open already.
    private void pointedAt(AssistedText over, int place) {
        boolean isFree = !completions.isActive() && !signature.isActive() && !card.isOpen();
        if (place < 0 || !isFree || !isHelpful(over)) {
            closePointed();
        } else if (!pointed.isAbout(over, place)) {
            pointed.close();
            text = over;
            pointed.ask(over, place);
        }
    }

    private void closePointed() {
        if (!views.isPointedHovered()) {
            pointed.close();
        }
    }

    /// A text lost the focus, shows another cell, was changed by somebody else, or an input method
    /// composes in it: what is open over it closes, and nothing opens that was asked for before.
    public void leave(AssistedText left) {
        if (left.equals(text)) {
            leave();
        }
    }

    void leave() {
        unasked.cancel();
        call.cancel();
        choice.cancel();
        completions.close();
        documentation.close();
        card.close();
        pointed.close();
        signature.close();
        text = null;
    }

    // ---- what a person asks for

    /// Shows how the name at the caret may go on.
    public void complete(AssistedText in) {
        if (isHelpful(in) && in.takesSuggestions()) {
            text = in;
            unasked.cancel();
            card.close();
            completions.ask(in, true);
        }
    }

    /// Shows what stands at the caret; asked again, its source as well.
    public void inspect(AssistedText in) {
        if (isHelpful(in)) {
            text = in;
            completions.close();
            signature.close();
            card.ask(in);
        }
    }

    private static boolean isHelpful(AssistedText in) {
        return !in.assist().equals(CodeAssist.NOTHING);
    }

    /// Shows the signature of the call around the caret.
    public void showSignature(AssistedText in) {
        text = in;
        if (isHelpful(in) && in.takesSuggestions() && in.isCodeBefore(in.caret())) {
            signature.ask(in);
        }
    }

    private void choiceChanged(@Nullable ShownCompletions shown) {
        var suggestion = shown == null ? null : shown.choice();
        if (suggestion == null) {
            documented = null;
            choice.cancel();
            documentation.close();
        } else if (!suggestion.text().equals(documented)) {
            documented = suggestion.text();
            choice.restart(AFTER_CHOICE, this::document);
        }
    }

    private void document() {
        var probe = completions.probe();
        if (probe == null) {
            documentation.close();
        } else {
            documentation.ask(probe);
        }
    }
}
