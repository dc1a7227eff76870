package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.fold.LineGaps;
import org.cellist.app.ui.editor.fold.TextGaps;
import org.cellist.app.ui.editor.fold.WordGaps;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.keys.VimChoice;
import org.junit.jupiter.api.Tag;

/// Makes the same edits in an editor that folds, and leaves gaps in long lines, and in one
/// that does neither: nothing that is hidden is ever lost, and both have the same source after
/// each.
@Tag("ui")
class FoldedEditsTest {

    private static final List<String> LINES =
            List.of(
                    "def f(값):",
                    "if x:",
                    "값 = '😀'",
                    "# 메모",
                    "",
                    "  ",
                    "return [",
                    "]",
                    "a",
                    "b # 😀");
    private static final List<String> WORDS =
            List.of("값, ", "12, ", "f(😀)", "\t", " ", "'한글' ", "[x for", "]", "# ");
    private static final List<String> PROSE =
            List.of(
                    "",
                    "# 제목 😀",
                    "- one",
                    table(40),
                    table(70),
                    "![](data:image/png;base64," + "iVBOR/9+".repeat(12) + ") 끝",
                    "가나다 " + "0123456789".repeat(9) + "😀",
                    "word " + "a".repeat(50) + " " + "b".repeat(50));
    private static final TextGaps.Rules GAPS =
            new TextGaps.Rules(new LineGaps(60, 10, 20, 12, 8), new WordGaps(30, 4, 8, 5, 6));
    private static final List<TextCommand> OF_MARKDOWN =
            List.of(
                    TextCommand.BOLD,
                    TextCommand.CODE,
                    TextCommand.LINK,
                    TextCommand.HEADING,
                    TextCommand.NUMBERS,
                    TextCommand.TABLE,
                    TextCommand.FORMAT_TABLE,
                    TextCommand.FORMAT_TABLE,
                    TextCommand.MATHS);
    private static final List<TextCommand> COMMANDS =
            List.of(
                    TextCommand.TOGGLE_COMMENT,
                    TextCommand.MOVE_LINES_UP,
                    TextCommand.MOVE_LINES_DOWN,
                    TextCommand.DUPLICATE_LINES,
                    TextCommand.REMOVE_LINES,
                    TextCommand.INDENT,
                    TextCommand.OUTDENT);
    private static final List<KeyCode> KEYS =
            List.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.BACK_SPACE, KeyCode.DELETE);
    private static final List<String> VIM =
            List.of(
                    "x", "dd", "J", "yyp", "2dd", "D", ">>", "~", "yyP", "A!_", "o한_", "O가_", "I#_",
                    "rz", "Sq_", "cw값_", "dw", "ddp", "yyjp", "vd", "Vd", "VU", "3x", "gUU", "S한_.",
                    "dG", "dgg", "yGP", "XX", "ddu");

    private static String table(int units) {
        var word = "x".repeat(units);
        return "| a | 값 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | " + word + " |\n| 6 | 7 |";
    }

    @Property(tries = 150)
    void editsNearFoldsAreThoseOfATextWithoutFolds(
            @ForAll("sources") String text, @ForAll Random random) {
        onFx(() -> new Pair(text, random, false).run(14));
    }

    @Property(tries = 100)
    void keysOfVimToo(@ForAll("sources") String text, @ForAll Random random) {
        onFx(() -> new Pair(text, random, true).run(10));
    }

    @Property(tries = 150)
    void editsOfVeryLongLinesAreThoseOfATextWithoutGaps(
            @ForAll("longLines") String text, @ForAll Random random) {
        onFx(() -> new Pair(text, random, random.nextInt(4) == 0).run(10));
    }

    @Property(tries = 80)
    void editsOfVeryLongWordsAreThoseOfATextThatHasThemWhole(
            @ForAll("prose") String text, @ForAll Random random) {
        onFx(() -> new Pair(text, random, random.nextInt(4) == 0, EditorLanguage.MARKDOWN).run(10));
    }

    @Provide
    Arbitrary<String> prose() {
        return Arbitraries.of(PROSE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(lines -> String.join("\n", lines));
    }

    /// Lines that are longer than [#GAPS] wants them, among others.
    @Provide
    Arbitrary<String> longLines() {
        var line =
                Arbitraries.of(WORDS)
                        .list()
                        .ofMinSize(40)
                        .ofMaxSize(160)
                        .map(words -> String.join("", words));
        return Arbitraries.oneOf(line, Arbitraries.of(LINES))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> sources() {
        var line =
                Arbitraries.integers()
                        .between(0, 3)
                        .flatMap(
                                depth ->
                                        Arbitraries.of(LINES)
                                                .map(code -> "    ".repeat(depth) + code));
        var ends = Arbitraries.of("\n", "\n", "\n", "\r\n");
        return Arbitraries.of(true, false)
                .flatMap(
                        isMixed ->
                                line.flatMap(
                                                code ->
                                                        isMixed
                                                                ? ends.map(end -> code + end)
                                                                : Arbitraries.just(code + "\n"))
                                        .list()
                                        .ofMaxSize(14)
                                        .map(lines -> String.join("", lines)));
    }

    private static void onFx(Runnable action) {
        var started = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException _) {
            started.complete(null);
        }
        started.join();
        Platform.setImplicitExit(false);
        CompletableFuture.runAsync(action, Platform::runLater).join();
    }

    /// Two editors of one source, of which one folds.
    private static final class Pair {

        private static final CodeHighlighter HIGHLIGHTER = new CodeHighlighter(new FxExecutor());
        private static final CodeEditor FOLDING = new CodeEditor(HIGHLIGHTER, GAPS);
        private static final CodeEditor PLAIN = new CodeEditor(HIGHLIGHTER);
        private static final VimChoice CHOICE = new VimChoice();
        private static final Stage STAGE = stage();

        private final Random random;
        private final boolean isVim;
        private final RecordedEdits told;
        private final List<String> done = new ArrayList<>();

        Pair(String text, Random random, boolean isVim) {
            this(text, random, isVim, EditorLanguage.PYTHON);
        }

        Pair(String text, Random random, boolean isVim, EditorLanguage language) {
            this.random = random;
            this.isVim = isVim;
            told = new RecordedEdits(text);
            CHOICE.onProperty().set(false);
            FOLDING.setListener(null);
            boolean isProse = language == EditorLanguage.MARKDOWN;
            FOLDING.setWrapping(isProse);
            PLAIN.setWrapping(isProse);
            FOLDING.show(text, language, isProse ? null : new FoldedCode());
            FOLDING.setListener(told);
            PLAIN.show(text, language);
            CHOICE.onProperty().set(isVim);
        }

        private static Stage stage() {
            FOLDING.setVim(new VimDesk(CHOICE));
            PLAIN.setVim(new VimDesk(CHOICE));
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(FOLDING, PLAIN), 600, 800));
            stage.show();
            return stage;
        }

        void run(int steps) {
            STAGE.requestFocus();
            for (int i = 0; i < steps; i++) {
                fold();
                place();
                if (isVim) {
                    vim();
                } else {
                    edit();
                }
                assertEquals(PLAIN.text(), FOLDING.text(), () -> String.join("\n", done));
                assertEquals(FOLDING.text(), told.source.toString());
            }
            FOLDING.perform(TextCommand.UNFOLD_ALL);
            assertEquals(SourceText.shown(FOLDING.text()), area(FOLDING).getText());
            FOLDING.park();
            PLAIN.park();
        }

        private void fold() {
            FOLDING.requestFocus();
            int at = random.nextInt(area(FOLDING).getLength() + 1);
            switch (random.nextInt(4)) {
                case 0 -> FOLDING.perform(TextCommand.FOLD_ALL);
                case 1, 2 -> {
                    area(FOLDING).moveTo(at);
                    FOLDING.perform(TextCommand.FOLD);
                }
                default -> FOLDING.perform(TextCommand.UNFOLD);
            }
        }

        /// Selects something in what is shown, and the same in the other.
        private void place() {
            int length = area(FOLDING).getLength();
            int caret = whole(random.nextInt(length + 1));
            int anchor = isVim || random.nextInt(3) > 0 ? caret : whole(random.nextInt(length + 1));
            area(FOLDING).selectRange(anchor, caret);
            var range = FOLDING.selection();
            boolean isForward = anchor <= caret;
            PLAIN.select(
                    isForward ? range.getStart() : range.getEnd(),
                    isForward ? range.getEnd() : range.getStart());
            done.add(area(FOLDING).getText() + " " + range);
        }

        private int whole(int offset) {
            var text = area(FOLDING).getText();
            boolean isWithin =
                    offset > 0
                            && offset < text.length()
                            && Character.isLowSurrogate(text.charAt(offset));
            return isWithin ? offset - 1 : offset;
        }

        private void edit() {
            int kind = random.nextInt(10);
            done.add("kind " + kind);
            switch (kind) {
                case 0 -> both(this::type, random.nextBoolean() ? "값" : "😀");
                case 1, 2 -> {
                    var key = KEYS.get(random.nextInt(KEYS.size()));
                    int modifier = random.nextInt(3);
                    done.add(key + " " + modifier);
                    both((editor, _) -> press(editor, key, modifier), "");
                }
                case 3 -> {
                    var commands = random.nextBoolean() ? COMMANDS : OF_MARKDOWN;
                    var command = commands.get(random.nextInt(commands.size()));
                    done.add(command.toString());
                    both((editor, _) -> editor.perform(command), "");
                }
                case 4 -> both((editor, text) -> paste(editor, text), "가\n  나");
                case 5 -> both((editor, _) -> area(editor).cut(), "");
                case 6 -> both(this::compose, "한");
                case 7 -> drag();
                case 8 -> severalCarets();
                default -> foreign();
            }
        }

        private void both(BiConsumer<CodeEditor, String> edit, String text) {
            FOLDING.requestFocus();
            edit.accept(FOLDING, text);
            PLAIN.requestFocus();
            edit.accept(PLAIN, text);
        }

        private void type(CodeEditor editor, String text) {
            key(editor, KeyEvent.KEY_TYPED, text, KeyCode.UNDEFINED, 0);
        }

        private void press(CodeEditor editor, KeyCode key, int modifier) {
            key(editor, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key, modifier);
        }

        private static void key(
                CodeEditor editor,
                EventType<KeyEvent> type,
                String text,
                KeyCode key,
                int modifier) {
            boolean isShift = modifier == 1 && key == KeyCode.TAB;
            boolean isControl =
                    modifier == 2 && (key == KeyCode.BACK_SPACE || key == KeyCode.DELETE);
            Event.fireEvent(
                    area(editor),
                    new KeyEvent(type, text, "", key, isShift, isControl, false, false));
        }

        private static void paste(CodeEditor editor, String text) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            area(editor).paste();
        }

        private void compose(CodeEditor editor, String text) {
            input(editor, "ㅎ", "");
            input(editor, "하", "");
            input(editor, "", text);
        }

        private static void input(CodeEditor editor, String composed, String committed) {
            var runs =
                    composed.isEmpty()
                            ? List.<InputMethodTextRun>of()
                            : List.of(
                                    new InputMethodTextRun(
                                            composed, InputMethodHighlight.UNSELECTED_RAW));
            Event.fireEvent(
                    area(editor),
                    new InputMethodEvent(
                            InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, 0));
        }

        private void drag() {
            var selection = area(FOLDING).getSelection();
            int to = whole(random.nextInt(area(FOLDING).getLength() + 1));
            if (selection.getLength() == 0
                    || (to >= selection.getStart() && to <= selection.getEnd())) {
                return;
            }
            var range = FOLDING.selection();
            area(FOLDING).moveTo(to);
            int toInSource = FOLDING.caretPosition();
            area(FOLDING).selectRange(selection.getStart(), selection.getEnd());
            PLAIN.select(range.getStart(), range.getEnd());
            area(FOLDING).moveSelectedText(to);
            var shown = area(PLAIN);
            PLAIN.select(toInSource, toInSource);
            int toInPlain = shown.getCaretPosition();
            PLAIN.select(range.getStart(), range.getEnd());
            shown.moveSelectedText(toInPlain);
        }

        /// Writes at carets on lines that follow each other where they are shown.
        private void severalCarets() {
            FOLDING.requestFocus();
            var area = area(FOLDING);
            int from = area.getCaretPosition();
            var inSource = new ArrayList<Integer>();
            for (int i = 0; i <= area.getLength(); i++) {
                area.moveTo(i);
                inSource.add(FOLDING.caretPosition());
            }
            area.moveTo(from);
            FOLDING.perform(TextCommand.ADD_CARET_BELOW);
            FOLDING.perform(TextCommand.ADD_CARET_BELOW);
            var carets = area.several();
            if (carets == null) {
                return;
            }
            var expected = new StringBuilder(FOLDING.text());
            for (var range : carets.carets().all().reversed()) {
                expected.insert(inSource.get(range.caret()), "값");
            }
            if (random.nextBoolean()) {
                type(FOLDING, "값");
            } else {
                compose(FOLDING, "값");
            }
            FOLDING.moveTo(0); // leaves one
            PLAIN.applyChange(0, PLAIN.text().length(), expected.toString());
        }

        /// Somebody else changes the source, by whole characters.
        private void foreign() {
            var text = PLAIN.text();
            if (text.indexOf('\r') >= 0) {
                return; // a part of a line end may go: RichTextFX and the document then differ
            }
            int start = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), start + random.nextInt(12));
            FOLDING.applyChange(start, end - start, "새\n");
            told.source.replace(start, end, "새\n");
            PLAIN.applyChange(start, end - start, "새\n");
        }

        private void vim() {
            var keys = VIM.get(random.nextInt(VIM.size()));
            done.add(keys);
            both(
                    (editor, _) ->
                            keys.codePoints()
                                    .mapToObj(Character::toString)
                                    .forEach(
                                            key -> {
                                                if (key.equals("_")) {
                                                    press(editor, KeyCode.ESCAPE, 0);
                                                } else {
                                                    type(editor, key);
                                                }
                                            }),
                    "");
        }

        private static EditorArea area(CodeEditor editor) {
            return (EditorArea) editor.getChildrenUnmodifiable().getFirst();
        }
    }
}
