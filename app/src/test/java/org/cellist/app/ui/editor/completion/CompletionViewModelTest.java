package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.cellist.app.ui.editor.completion.CompletionAnswer.Missing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletionViewModelTest {

    private static final boolean WANTED = true;
    private static final boolean UNASKED = false;

    private final PlayedDelay delay = new PlayedDelay();
    private final CompletionViewModel list = new CompletionViewModel(delay);

    @Test
    void theListOpensWithTheAnswer() {
        var text = ask("x = pri|", UNASKED);
        assertEquals(List.of("x = pri|"), text.assist.asked);
        assertFalse(list.isOpen());

        text.assist.complete(4, 7, "print", "private");

        assertEquals(List.of("print", "private"), names());
        assertEquals(4, list.shownProperty().get().start());
    }

    @Test
    void onlyTheNewestQuestionsAnswerCounts() {
        var text = ask("pri|", UNASKED);
        list.ask(text, WANTED);

        text.assist.complete(0, PlayedAssist.found(0, 3, "old", "prior"));
        assertFalse(list.isOpen());
        text.assist.complete(1, PlayedAssist.found(0, 3, "print", "prior"));
        text.assist.complete(0, new Missing(Lack.LATE));

        assertEquals(List.of("print", "prior"), names());
    }

    @Test
    void anAnswerAfterTheListWasClosedOpensNothing() {
        var text = ask("pri|", UNASKED);

        list.close();
        text.assist.complete(0, 3, "print");

        assertFalse(list.isOpen());
    }

    @Test
    void typingFiltersWithoutAskingAgain() {
        var text = ask("p|", WANTED);
        text.assist.complete(0, 1, "print", "pow", "property");

        text.type("r", list);
        assertEquals(List.of("print", "property"), names());
        text.type("o", list);

        assertEquals(List.of("property"), names());
        assertEquals(1, text.assist.asked.size());
    }

    @Test
    void whatWasTypedBeforeTheAnswerCameIsPartOfTheRange() {
        var text = ask("a.p|; b", UNASKED);
        text.type("ri", list);

        text.assist.complete(2, 3, "print", "pow");
        list.accept();

        assertEquals("a.print|; b", text.toString());
    }

    @Test
    void backspaceWidensAndAsksAgainBeforeWhereItWasAsked() {
        var text = ask("pr|", WANTED);
        text.assist.complete(0, 2, "print");
        assertEquals("print|", text.toString()); // the only one

        list.ask(text, WANTED);
        text.assist.complete(0, 5, "print", "printer");
        text.type("e", list);
        assertEquals(List.of("printer"), names());
        text.backspace(list);
        assertEquals(List.of("print", "printer"), names());
        assertEquals(2, text.assist.asked.size());
        text.backspace(list);

        assertEquals(List.of("print", "printer"), names());
        assertEquals("prin|", text.assist.asked.getLast());
        text.assist.complete(0, 4, "print", "printer", "prince");
        assertEquals(List.of("print", "printer", "prince"), names());
    }

    @Test
    void leavingTheNameCloses() {
        for (var sign : List.of("(", ".", " ", "\n")) {
            var text = ask("pr|", UNASKED);
            text.assist.complete(0, 2, "print", "pr1");

            text.type(sign, list);

            assertFalse(list.isActive(), sign);
        }
    }

    @Test
    void anEditElsewhereCloses() {
        var text = ask("x pr|", UNASKED);
        text.assist.complete(2, 4, "print", "pr1");

        list.edited(0, 1, "");

        assertFalse(list.isActive());
    }

    @Test
    void theCaretElsewhereClosesAndBehindWhatIsTypedItDoesNot() {
        var text = ask("pr|", UNASKED);
        text.assist.complete(0, 2, "print", "pr1");
        text.type("i", list);

        list.caretIsAt(3);
        assertTrue(list.isOpen());
        list.caretIsAt(1);

        assertFalse(list.isActive());
    }

    @Test
    void theRangeIsTheKernelsAndReachesBehindTheCaret() {
        var text = ask("%mat|plot x", WANTED);

        text.assist.complete(0, 8, "%matplotlib", "%matrix");
        assertEquals(0, list.shownProperty().get().start());
        list.accept();

        assertEquals("%matplotlib| x", text.toString());
    }

    @Test
    void anEmojiBeforeTheNameChangesNothing() {
        var text = ask("s = '😀'; pri|", UNASKED);
        text.type("n", list);

        text.assist.complete(10, 13, "print", "prints");
        list.move(1);
        list.accept();

        assertEquals("s = '😀'; prints|", text.toString());
    }

    @Test
    void nothingIsPutInWhileAnInputMethodComposes() {
        var text = ask("pr|", UNASKED);
        text.assist.complete(0, 2, "print", "pr1");

        text.isComposing = true;

        assertFalse(list.accept());
        assertEquals("pr|", text.toString());
    }

    @Test
    void anAnswerDuringACompositionOpensNothing() {
        var text = ask("pr|", UNASKED);

        text.isComposing = true;
        text.assist.complete(0, 2, "print", "pr1");
        delay.pass(Duration.ofSeconds(9));

        assertFalse(list.isActive());
    }

    @Test
    void aBusyKernelLeavesTheNamesOfTheNotebook() {
        var text = text("gr|", List.of("greet", "Greeting", "other"), List.of());
        list.ask(text, UNASKED);

        text.assist.lack(Lack.BUSY);

        assertEquals(List.of("greet", "Greeting"), names());
        assertEquals(Lack.BUSY, list.shownProperty().get().lack());
        list.accept();
        assertEquals("greet|", text.toString());
    }

    @Test
    void aSlowKernelsOwnNamesReplaceThoseOfTheNotebook() {
        var text = text("gr|", List.of("greet", "grow"), List.of());
        list.ask(text, UNASKED);

        delay.pass(CompletionViewModel.SLOW);
        assertEquals(List.of("greet", "grow"), names());
        assertEquals(Lack.SLOW, list.shownProperty().get().lack());
        list.move(1);
        text.assist.complete(0, 2, "group", "grow", "grid");

        assertEquals(List.of("group", "grow", "grid"), names());
        assertNull(list.shownProperty().get().lack());
        assertEquals(1, list.shownProperty().get().selected());
    }

    @Test
    void anAnswerInTimeShowsNoOtherNamesFirst() {
        var text = text("gr|", List.of("greet"), List.of());
        list.ask(text, UNASKED);

        text.assist.complete(0, 2, "group", "grow");
        delay.pass(Duration.ofSeconds(9));

        assertEquals(List.of("group", "grow"), names());
    }

    @Test
    void aKernelThatKnowsNothingLeavesTheNamesOfTheNotebook() {
        var text = text("gr|", List.of("greet", "grow"), List.of());
        list.ask(text, WANTED);

        text.assist.complete(2, 2);

        assertEquals(List.of("greet", "grow"), names());
        assertEquals(Lack.NOTHING, list.shownProperty().get().lack());
    }

    @Test
    void afterADotOnlyNamesThatFollowADotAreOfferedAndNoneUnaskedBeforeALetter() {
        var text = text("a.|", List.of("name"), List.of("append", "pop"));

        list.ask(text, UNASKED);
        text.assist.lack(Lack.NO_KERNEL);
        assertFalse(list.isActive());
        list.ask(text, WANTED);
        text.assist.lack(Lack.NO_KERNEL);

        assertEquals(List.of("append", "pop"), names());
    }

    @Test
    void whoAskedIsToldThatThereIsNothing() {
        var text = ask("zzz|", WANTED);

        text.assist.lack(Lack.LATE);

        assertEquals(List.of(), names());
        assertEquals(Lack.LATE, list.shownProperty().get().lack());
        assertFalse(list.accept());
        assertEquals("zzz|", text.toString());
    }

    @Test
    void whoDidNotAskIsToldNothing() {
        var text = ask("zzz|", UNASKED);

        text.assist.complete(0, 3);

        assertFalse(list.isActive());
    }

    @Test
    void aNameThatIsTypedInFullClosesAListNobodyAskedFor() {
        var text = ask("pas|", UNASKED);
        text.assist.complete(0, 3, "pass", "pasta");

        text.type("s", list);

        assertFalse(list.isActive());
    }

    @Test
    void enterOnWhatIsTypedAlreadyIsNoChoice() {
        var text = ask("pri|", UNASKED);
        text.assist.complete(0, 3, "printer", "print");
        assertFalse(list.isChoiceTyped());

        text.type("nt", list);

        assertEquals(List.of("print", "printer"), names());
        assertTrue(list.isChoiceTyped());
    }

    @Test
    void theChoiceGoesAroundByOneRowAndStopsByAPage() {
        var text = ask("a|", WANTED);
        text.assist.complete(0, 1, "a1", "a2", "a3");

        list.move(-1);
        assertEquals(2, list.shownProperty().get().selected());
        list.move(1);
        assertEquals(0, list.shownProperty().get().selected());
        list.move(9);
        assertEquals(2, list.shownProperty().get().selected());
    }

    @Test
    void theQuestionAboutTheChoiceHasItInPlace() {
        var text = ask("x = a.ap| + 1", WANTED);
        text.assist.complete(6, 8, "append", "apply");

        var probe = list.probe();

        assertEquals(new Probe(text.assist, "x = a.append + 1", 12), probe);
    }

    private PlayedText ask(String textWithCaret, boolean isWanted) {
        list.close();
        var text = new PlayedText(textWithCaret);
        list.ask(text, isWanted);
        return text;
    }

    private static PlayedText text(String withCaret, List<String> words, List<String> members) {
        var text = new PlayedText(withCaret);
        text.assist.words = words;
        text.assist.members = members;
        return text;
    }

    private @Nullable List<String> names() {
        var shown = list.shownProperty().get();
        return shown == null
                ? null
                : shown.matches().stream().map(it -> it.suggestion().text()).toList();
    }
}
