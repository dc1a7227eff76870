package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.terminal.TerminalScreen;
import org.cellist.app.ui.terminal.emulation.FakeTerminal;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalNews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The pane of terminals below the pages: where a terminal begins, what it shows, and where keys
/// go.
@Tag("ui")
@ExtendWith(FxExtension.class)
class TerminalsUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument document = documents.notebook("a.ipynb");
    private final FakeTerminals terminals = documents.terminals;
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final Choices choices = new Choices(Language.ENGLISH, false, false);
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final Fx fx;
    private Stage stage;
    private WorkbenchView view;

    TerminalsUiTest(Fx fx) {
        this.fx = fx;
    }

    @BeforeEach
    void show() {
        Locale.setDefault(Locale.ENGLISH);
        document.set(FakeDocument.notebookOf(FakeDocument.code("a", "kept = 1")));
        view = fx.prepare(() -> newView(model));
        stage = fx.show(view, 1100, 700, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(path("a.ipynb"))));
        fx.settle();
        fx.run(() -> document.pages.getLast().focus());
        fx.settle();
    }

    private WorkbenchView newView(WorkbenchViewModel wanted) {
        return new WorkbenchView(
                wanted,
                new ContentsViewModel(Runnable::run, Runnable::run),
                choices,
                TestSnippets.none(),
                prompts);
    }

    @AfterEach
    void restore() {
        fx.run(() -> terminals.opened.forEach(FakeTerminal::close));
        Locale.setDefault(before);
    }

    private void press(KeyCode... keys) {
        fx.robot().push(keys);
        fx.settle();
    }

    private void open() {
        press(KeyCode.CONTROL, KeyCode.BACK_QUOTE);
        fx.await("the terminal has the keys", () -> screens().size() == 1 && hasKeys());
    }

    private boolean hasKeys() {
        return stage.getScene().getFocusOwner() instanceof TerminalScreen;
    }

    private FakeTerminal program() {
        return terminals.opened.getLast();
    }

    private List<TerminalScreen> screens() {
        return all(TerminalScreen.class);
    }

    private <T> List<T> all(Class<T> kind) {
        var found = new ArrayList<T>();
        collect(stage.getScene().getRoot(), kind, found);
        return found;
    }

    private static <T> void collect(Node node, Class<T> kind, List<T> into) {
        if (!node.isVisible()) {
            return;
        }
        if (kind.isInstance(node)) {
            into.add(kind.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, into));
        }
    }

    private String shown() {
        var found = new ArrayList<Text>();
        screens().forEach(screen -> collect(screen, Text.class, found));
        return found.stream().map(Text::getText).collect(Collectors.joining("|"));
    }

    private void awaitShown(String words) {
        fx.await("it shows " + words, () -> shown().contains(words));
    }

    private boolean says(String words) {
        return all(Label.class).stream().anyMatch(label -> label.getText().contains(words));
    }

    @Test
    void theKeyOpensAShellInTheNotebooksFolderAndClosesThePane() throws Exception {
        open();

        var wish = terminals.wishes.getFirst();
        assertEquals(new Place.Here(), wish.place());
        assertEquals(path("a.ipynb").getParent(), wish.folder());
        assertTrue(wish.size().columns() > 80 && wish.size().rows() > 5, wish::toString);
        program().write("\u001b[32mhello\u001b[0m 한글");
        awaitShown("hello");
        awaitShown("한글");

        press(KeyCode.CONTROL, KeyCode.BACK_QUOTE);

        assertTrue(fx.call(() -> screens().isEmpty()));
        assertTrue(fx.call(() -> document.pages.getLast().view().isFocused()));
        assertFalse(program().isClosed());
        open();
        assertEquals(1, terminals.opened.size());
        awaitShown("hello");
    }

    @Test
    void aNotebookOnAnotherMachineHasItsTerminalsThere() {
        var python = HostKernelspec.named("p", "Python", "python", "/usr");
        document.runtime = new OnHost(FakeTerminals.BOX, python, null);

        open();

        assertEquals(new Place.OnHost(FakeTerminals.BOX), terminals.wishes.getFirst().place());
        assertTrue(fx.call(() -> says("box")));
    }

    @Test
    void lettersAndControlKeysGoToTheProgramAndOthersToTheWindow() throws Exception {
        open();

        fx.robot().write("ls");
        press(KeyCode.ENTER);
        press(KeyCode.CONTROL, KeyCode.C);
        press(KeyCode.CONTROL, KeyCode.W);
        press(KeyCode.TAB);
        press(KeyCode.ESCAPE);
        press(KeyCode.UP);

        var heard = new StringBuilder();
        while (heard.indexOf("\u001b[A") < 0) {
            heard.append(program().nextTyped());
        }
        assertEquals("ls^M^C^W^I^[^[[A", readable(heard.toString()));
        assertEquals(1, model.tabs().size());

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertTrue(fx.call(() -> !hasKeys()));
        press(KeyCode.ESCAPE);
        assertTrue(program().typed().isEmpty());
    }

    /// Control characters as terminals write them.
    private static String readable(String typed) {
        return typed.chars()
                .mapToObj(c -> c < ' ' ? "^" + (char) (c + '@') : Character.toString(c))
                .collect(Collectors.joining());
    }

    @Test
    void composedSyllablesStandAtTheCursorAndAreTypedWhenTheyAreDone() throws Exception {
        open();

        compose("하", "");
        fx.settle();
        assertTrue(program().typed().isEmpty());
        assertTrue(fx.call(this::shown).contains("하"));
        compose("", "한");

        assertEquals("한", program().nextTyped());
        compose("그", "");
        press(KeyCode.CONTROL, KeyCode.BACK_QUOTE);
        assertEquals("그", program().nextTyped());
    }

    private void compose(String composed, String committed) {
        var runs =
                composed.isEmpty()
                        ? List.<InputMethodTextRun>of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.SELECTED_RAW));
        fx.run(
                () ->
                        Event.fireEvent(
                                screens().getFirst(),
                                new InputMethodEvent(
                                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                        runs,
                                        committed,
                                        composed.length())));
    }

    @Test
    void whatIsSelectedIsCopiedAndWhatIsCopiedIsPasted() throws Exception {
        open();
        program().write("first words\r\n");
        awaitShown("first words");
        fx.run(() -> clipboard("before"));

        var screen = fx.call(() -> screens().getFirst());
        fx.robot().doubleClickOn(fx.call(() -> screen.localToScreen(20, 12)));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        fx.await("copied", () -> "first".equals(Clipboard.getSystemClipboard().getString()));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

        assertEquals("first", program().nextTyped());
    }

    private static void clipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Test
    void anAddressIsFollowedWithCtrl() {
        open();
        program().write("see https://example.org/a_(b)?c=d. And more");
        awaitShown("example.org");

        press(100, 12, false);
        assertTrue(fx.call(terminals.browsed::isEmpty));
        press(100, 12, true);

        assertEquals(
                List.of(URI.create("https://example.org/a_(b)?c=d")),
                fx.call(() -> List.copyOf(terminals.browsed)));
    }

    @Test
    void anAddressUnderOtherLettersIsShownAndFollowedUnlessItIsOfAnotherKind() {
        open();
        program().write(link("https://example.org/docs", "\u001b[34mthe do\u001b[0mcs"));
        program().write("\r\n" + link("file:///etc/passwd", "a file of the program"));
        program().write("\r\n" + link("https://a.org/\u202egro.knab", "hidden letters here"));
        program().write("\r\nwrite to mailto:me@example.org, please");
        awaitShown("write to");
        double high = ChosenType.code().rowHeight();

        move(30, 12);
        fx.await("the address is shown", () -> tips().contains("https://example.org/docs"));
        for (int row = 0; row < 3; row++) {
            press(40, 12 + row * high, true);
        }
        press(150, 12 + 3 * high, true);

        assertEquals(
                List.of(
                        URI.create("https://example.org/docs"),
                        URI.create("mailto:me@example.org")),
                fx.call(() -> List.copyOf(terminals.browsed)));
    }

    private static String link(String address, String letters) {
        return "\u001b]8;;" + address + "\u001b\\" + letters + "\u001b]8;;\u001b\\";
    }

    private void move(double x, double y) {
        var screen = fx.call(() -> screens().getFirst());
        fx.robot().moveTo(fx.call(() -> screen.localToScreen(x, y)));
        fx.robot().moveBy(1, 0);
    }

    private static String tips() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(it -> ((Tooltip) it).getText())
                .collect(Collectors.joining("|"));
    }

    /// TestFX's mouse knows nothing of keys that are held.
    private void press(double x, double y, boolean withCtrl) {
        fx.run(
                () -> {
                    var on = screens().getFirst();
                    var at = on.localToScene(x, y);
                    Event.fireEvent(
                            on,
                            new MouseEvent(
                                    MouseEvent.MOUSE_PRESSED,
                                    at.getX(),
                                    at.getY(),
                                    at.getX(),
                                    at.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    withCtrl,
                                    false,
                                    false,
                                    true,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    new PickResult(on, at.getX(), at.getY())));
                });
        fx.settle();
    }

    @Test
    void aTerminalWithARunningProgramIsClosedAfterAQuestion() {
        open();
        program().setWork(Terminal.Work.RUNS);
        prompts.answer = ScriptedPrompts.Answer.CANCEL;

        fx.run(() -> ((Button) view.lookup(".terminal-tab-close")).fire());
        assertEquals(List.of("terminals [notebooks]"), prompts.questions);
        assertFalse(program().isClosed());

        fx.run(() -> view.closeAll(() -> {}));
        assertEquals(1, model.tabs().size());
        prompts.answer = ScriptedPrompts.Answer.DISCARD;
        fx.run(() -> view.closeAll(() -> {}));

        assertTrue(program().isClosed());
        assertEquals(0, model.tabs().size());
    }

    @Test
    void theEndOfAProgramIsSaidWithItsCode() {
        open();
        program().write("last words");
        program().finish(new TerminalEnd.Exited(3));

        fx.await("its end is said", () -> says("code 3"));

        awaitShown("last words");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_QUOTE);
        fx.await("a second one", () -> terminals.opened.size() == 2);
    }

    @Test
    void aBrokenWayIsSaidWithWhatWaitsAndTriedAtOnceIfWanted() {
        open();
        program().write("kept");
        program().holdTyping(true);
        program().tell(new TerminalNews.Broken("no route"));
        fx.await("it is said", () -> says("Connecting again"));
        awaitShown("kept");
        fx.robot().write("ls");
        fx.await("letters wait", () -> says("2 letters that you typed wait"));

        fx.run(() -> button("Try now").fire());
        assertEquals(1, program().hurries());
        program().holdTyping(false);
        program().tell(new TerminalNews.Back(false));

        fx.await("it is back", () -> says("Connected again."));
        fx.robot().write("x");
        fx.await("nothing more is to be said", () -> !says("Connected again."));
    }

    private Button button(String words) {
        return all(Button.class).stream()
                .filter(it -> it.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTerminalThatIsGoneFromItsServerIsSaid() {
        open();
        program().write("last words");
        program().finish(new TerminalEnd.Gone());

        fx.await("it is said", () -> says("not there any more"));

        awaitShown("last words");
        fx.run(() -> button("New terminal").fire());
        fx.await("a second one", () -> terminals.opened.size() == 2);
    }

    @Test
    void aShellThatEndedWithItsConnectionIsOpenedAgainInItsFolder() {
        var python = HostKernelspec.named("p", "Python", "python", "/usr");
        document.runtime = new OnHost(FakeTerminals.BOX, python, null);
        open();
        program().write("\u001b]0;me@box: ~/work\u0007last words");
        awaitShown("last words");
        program().finish(new TerminalEnd.Lost(""));
        fx.await("it is said", () -> says("the shell there ended with it"));
        awaitShown("last words");

        fx.run(() -> button("New shell there").fire());

        fx.await("a second one", () -> terminals.opened.size() == 2);
        assertEquals("", terminals.wishes.getFirst().there());
        assertEquals("~/work", terminals.wishes.getLast().there());
        assertEquals(new Place.OnHost(FakeTerminals.BOX), terminals.wishes.getLast().place());
    }

    @Test
    void theTerminalsOfAServerAreListedJoinedAndEnded() {
        terminals.existing.add(new ListedTerminal("7", "2026-12-01T10:00:00.000000Z"));
        open();
        fx.run(() -> ((Button) lookUp("New terminal")).fire());
        var menu = fx.call(() -> menuOf("Terminals that hub.example.org has"));

        fx.run(() -> item(menu, "Join terminal 7 (last used ").fire());

        fx.await("joined", () -> terminals.opened.size() == 2);
        assertEquals("7", terminals.wishes.getLast().joined());
        assertEquals(FakeTerminals.HUB, terminals.wishes.getLast().place());
        assertTrue(fx.call(() -> says("hub.example.org \u00b7 7")));
        prompts.answer = ScriptedPrompts.Answer.DISCARD;
        fx.run(() -> item(menu, "End terminal 7").fire());
        assertEquals(List.of("terminals [hub.example.org, terminal 7]"), prompts.questions);
        assertEquals(List.of("7"), terminals.ended);
    }

    private Node lookUp(String accessible) {
        return all(Button.class).stream()
                .filter(it -> accessible.equals(it.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static Menu menuOf(String words) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(it -> ((ContextMenu) it).getItems().stream())
                .filter(it -> it.getText().equals(words))
                .map(Menu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem item(Menu menu, String beginning) {
        return menu.getItems().stream()
                .filter(it -> it.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(menu.getItems().toString()));
    }

    @Test
    void whereAProgramHasEndedTheKeysAreTheWindows() {
        open();
        program().finish(new TerminalEnd.Exited(0));
        fx.await("its end is said", () -> says("code 0"));

        press(KeyCode.CONTROL, KeyCode.W);

        fx.await("the page is closed", () -> model.tabs().isEmpty());
    }

    @Test
    void aTerminalThatCannotBeOpenedSaysWhy() {
        terminals.refuses = true;

        press(KeyCode.CONTROL, KeyCode.BACK_QUOTE);

        assertTrue(fx.call(() -> says("No shell. There is none. Get one.")));
    }

    @Test
    void anotherLanguageKeepsTheTerminals() {
        open();
        program().write("kept");
        awaitShown("kept");

        var heir = fx.call(() -> view.handOver());
        choices.languageProperty().set(Language.ENGLISH);
        var next = fx.prepare(() -> newView(heir));
        fx.replaceRoot(stage, next);

        awaitShown("kept");
        program().write(" and new");
        awaitShown("and new");
        assertFalse(program().isClosed());
    }

    @Test
    void anotherSizeOfThePaneIsToldToTheProgram() throws Exception {
        open();
        int rows = terminals.wishes.getFirst().size().rows();

        fx.run(() -> stage.setWidth(800));

        var size = program().nextSize();
        assertEquals(rows, size.rows());
        assertTrue(size.columns() < terminals.wishes.getFirst().size().columns(), size::toString);
    }
}
