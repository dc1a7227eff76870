package org.cellist.app.ui.notebook;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.PlayedServer;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.ui.cell.markdown.TextChoices;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.fx.PulseExecutor;
import org.cellist.app.ui.keys.KeyPreset;
import org.cellist.app.ui.keys.VimChoice;
import org.cellist.app.ui.notebook.metadata.MetadataDrafts;
import org.cellist.app.ui.notebook.plain.PlainPage;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.cellist.app.ui.output.port.OutputKit;
import org.cellist.app.ui.output.port.RemotePictures;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.ui.page.PageSite;
import org.cellist.app.ui.page.PageSize;
import org.cellist.app.ui.page.Zoom;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.theme.Typography;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("ui")
@ExtendWith(FxExtension.class)
class PlainPageUiTest {

    @TempDir Path folder;

    private final FxExecutor executor = new FxExecutor();
    private final CodeHighlighter highlighter = new CodeHighlighter(executor);
    private final OutputKit kit = new OutputKit(executor);
    private final SimpleBooleanProperty suggests = new SimpleBooleanProperty();
    private Fx fx;
    private @Nullable NotebookSession session;

    @BeforeEach
    void setUp(Fx fx) {
        this.fx = fx;
    }

    private NotebookSession session() {
        return requireNonNull(session);
    }

    @AfterEach
    void tearDown() {
        fx.run(() -> session().close());
        highlighter.close();
        kit.close();
    }

    @Test
    void whatIsTypedIsInTheDocumentAndUndone() throws IOException {
        var page = open("a.py", "x = 1\r\n");

        fx.robot().write("y", 0);
        fx.settle();
        assertEquals("yx = 1\r\n", source());

        fx.run(() -> page.perform(PageCommand.UNDO));
        assertEquals("x = 1\r\n", source());
        fx.run(page::close);
    }

    @Test
    void whatIsTypedAtSeveralCaretsIsUndoneAndRedoneAtEach() throws IOException {
        var page = open("a.py", "a\r\nb\r\n");
        fx.run(() -> page.perform(PageCommand.ADD_CARET_BELOW));
        fx.robot().write("x", 0);
        fx.settle();

        fx.run(() -> page.perform(PageCommand.UNDO));
        fx.run(() -> page.perform(PageCommand.REDO));
        fx.robot().write("y", 0);
        fx.settle();
        assertEquals("xya\r\nxyb\r\n", source());

        fx.run(() -> page.perform(PageCommand.UNDO));
        fx.run(() -> page.perform(PageCommand.UNDO));
        fx.robot().write("z", 0);
        fx.settle();
        assertEquals("za\r\nzb\r\n", source());
        fx.run(page::close);
    }

    @Test
    void twoPagesOfOneTextShowEachOthersEdits() throws IOException {
        var page = open("a.py", "x = 1\n");
        var other = fx.prepare(this::newPage);
        fx.show((Parent) other.view(), 400, 300, Theme.LIGHT, PageFixture.SHEETS);
        fx.run(() -> page.view().getScene().getWindow().requestFocus());
        fx.run(page::focus);

        fx.robot().write("y", 0);
        fx.settle();

        assertEquals("yx = 1\n", editor(other).text());
        assertEquals("yx = 1\n", editor(page).text());
        fx.run(other::close);
        fx.run(page::close);
    }

    @Test
    void theFirstLineInSightStaysWhenLettersGrow() throws IOException {
        var page = open("a.py", "value = 1\n".repeat(400));
        var scroller = (ScrollPane) page.view().lookup(".plain-source");
        fx.run(() -> scroller.setVvalue(0.5));
        fx.settle();
        double before = linesAbove(scroller) / 21;

        fx.setType(new Typography(CodeType.own(18, 160), 14, 0));
        fx.settle();

        assertEquals(before, linesAbove(scroller) / 29, 0.5);
        fx.run(page::close);
    }

    private double linesAbove(ScrollPane scroller) {
        return fx.call(
                () ->
                        scroller.localToScene(0, 0).getY()
                                - scroller.getContent().localToScene(0, 0).getY());
    }

    @Test
    void aTableIsShownInRowsAndAsText() throws IOException {
        var page = open("a.csv", "name,age\nKim,31\nLee,28\n");
        var table = assertInstanceOf(TableView.class, page.view().lookup(".table-view"));
        fx.await("rows", () -> table.getItems().size() == 2);

        fx.run(() -> page.perform(PageCommand.OTHER_LOOK));
        fx.settle();

        assertEquals("name,age\nKim,31\nLee,28\n", editor(page).text());
        fx.run(page::close);
    }

    @Test
    void markdownIsShownFormattedAtAWish() throws IOException {
        var page = open("a.md", "# Title\n");
        assertNotNull(editor(page));

        fx.run(() -> page.perform(PageCommand.OTHER_LOOK));
        fx.settle();

        assertInstanceOf(MarkdownView.class, page.view().lookup(".markdown-view"));
        fx.run(page::close);
    }

    @Test
    void aLineIsGoneTo() throws IOException {
        var page = open("a.txt", "one\ntwo\nthree\n");

        fx.run(() -> page.showLine(3, 1));

        var place = page.selectionProperty().get().text();
        assertNotNull(place);
        assertEquals(3, place.line());
        fx.run(page::close);
    }

    @Test
    void aPlaceIsGoneToAndComeBackTo() throws IOException {
        var page = open("a.txt", "one\ntwo\nthree\n");
        fx.run(() -> page.showLine(3, 3));
        var before = fx.call(page::place);

        fx.run(() -> page.showLine(1, 90));
        var atEnd = fx.call(() -> page.selectionProperty().get().text());
        fx.run(() -> page.show(before));

        assertNotNull(atEnd);
        assertEquals(4, atEnd.column());
        var place = fx.call(() -> page.selectionProperty().get().text());
        assertNotNull(place);
        assertEquals(3, place.line());
        assertEquals(3, place.column());
        fx.run(page::close);
    }

    @Test
    void noCellIsRunInAText() throws IOException {
        var page = open("a.py", "x = 1\n");

        assertFalse(page.can(PageCommand.RUN));
        fx.run(page::close);
    }

    @Test
    void aScriptHasTheHelpOfAServer() throws IOException {
        var page = open("a.py", "rooms = 1\nprint(rooms, wrong)\n", new PlayedServer());
        var asked = noted(page);
        fx.run(() -> session().kernel().choose(PlayedServer.runtime("python")));
        fx.await("a problem", () -> page.problemsProperty().get().errors() == 1);
        fx.settle();
        assertEquals(List.of("wrong"), marked(page));

        fx.run(() -> page.showLine(2, 8));
        fx.run(() -> page.perform(PageCommand.GO_TO_DEFINITION));
        var editor = editor(page);
        fx.await("the definition", () -> editor.selection().getLength() == 5);
        fx.robot().write("halls", 0);
        fx.settle();
        assertEquals("halls = 1\nprint(rooms, wrong)\n", source());
        assertEquals(List.of("leave"), asked);

        fx.run(() -> page.showLine(2, 3));
        fx.run(() -> page.perform(PageCommand.GO_TO_DEFINITION));
        fx.await("the library", () -> asked.size() == 2);
        assertEquals("open " + PlayedServer.LIBRARY + " 7 1", asked.getLast());
        fx.run(page::close);
    }

    @Test
    void withoutAServerAScriptSaysSoAndOffersItsOwnNames() throws IOException {
        var page = open("a.py", "x = rooms_of_house\nroo\n", LanguageServers.NONE);
        fx.run(() -> session().kernel().choose(PlayedServer.runtime("python")));
        fx.await("no server", () -> session().language().state() instanceof LanguageState.Missing);
        fx.run(() -> page.showLine(2, 1));

        fx.run(() -> page.perform(PageCommand.GO_TO_DEFINITION));
        fx.await("a note", () -> page.view().lookup(".note-text") != null);
        fx.robot().push(KeyCode.TAB);
        fx.settle();
        assertEquals("x = rooms_of_house\n    roo\n", source());
        fx.robot().push(KeyCode.END);
        fx.robot().push(KeyCode.TAB);
        fx.await("a list", () -> !names(page).isEmpty());
        assertEquals(List.of("rooms_of_house"), fx.call(() -> names(page)));
        assertEquals("No language server: names from this file", fx.call(() -> note(page)));
        fx.robot().push(KeyCode.ENTER);
        fx.settle();

        assertEquals("x = rooms_of_house\n    rooms_of_house\n", source());
        fx.run(page::close);
    }

    @Test
    void aServerSaysHowAScriptGoesOnWhileItIsTyped() throws IOException {
        var page = open("a.py", "\nsever = 1\n", new PlayedServer());
        fx.run(() -> suggests.set(true));
        fx.run(() -> session().kernel().choose(PlayedServer.runtime("python")));
        fx.await("a server", () -> session().language().state() instanceof LanguageState.Ready);

        fx.robot().write("se", 0);
        fx.await("the server's", () -> names(page).contains("served_early"));
        assertEquals(List.of("served_early", "served_late"), fx.call(() -> names(page)));
        fx.await("words beside it", () -> words(page).contains("about served_early"));
        fx.robot().push(KeyCode.DOWN);
        fx.robot().push(KeyCode.ENTER);
        fx.settle();

        assertEquals("served_late\nsever = 1\n", source());
        fx.run(page::close);
    }

    @Test
    void aSlowServerIsAskedOneThingAtATimeAndOfWhatWaitsTheNewest() throws IOException {
        var mayComplete = new CompletableFuture<Void>();
        var server = new PlayedServer(mayComplete);
        var page = open("a.py", "ser\n", server);
        fx.run(() -> session().kernel().choose(PlayedServer.runtime("python")));
        fx.await("a server", () -> session().language().state() instanceof LanguageState.Ready);
        fx.run(() -> page.showLine(1, 4));

        fx.robot().push(KeyCode.TAB);
        fx.await("a question", () -> server.completions.get() == 1);
        for (int i = 0; i < 3; i++) {
            fx.robot().push(KeyCode.ESCAPE);
            fx.robot().push(KeyCode.TAB);
        }
        mayComplete.complete(null);

        fx.await("the server's", () -> names(page).contains("served_early"));
        assertEquals(2, server.completions.get());
        fx.run(page::close);
    }

    @Test
    void aServerSaysWhatACallInAScriptTakes() throws IOException {
        var page = open("a.py", "draw\n", new PlayedServer());
        fx.run(() -> suggests.set(true));
        fx.run(() -> session().kernel().choose(PlayedServer.runtime("python")));
        fx.await("a server", () -> session().language().state() instanceof LanguageState.Ready);
        fx.run(() -> page.showLine(1, 5));

        fx.robot().write("(", 0);

        fx.await("a signature", () -> !hint(page).isEmpty());
        assertEquals("draw(size, colour)", fx.call(() -> hint(page)));
        fx.run(page::close);
    }

    @Test
    void aLibrarysFileIsLookedAtAndAServerComesWhenItIsAsked() throws IOException {
        Files.createDirectories(folder.resolve("site-packages"));
        var page = open("site-packages/a.py", "print(wrong)\n", new PlayedServer());
        var asked = noted(page);
        fx.run(() -> session().kernel().choose(PlayedServer.runtime("python")));
        fx.run(() -> page.showLine(1, 2));

        fx.run(() -> page.perform(PageCommand.GO_TO_DEFINITION));
        fx.await("the library", () -> !asked.isEmpty());

        assertEquals(List.of("open " + PlayedServer.LIBRARY + " 7 1"), asked);
        assertEquals(PageProblems.NONE, fx.call(() -> page.problemsProperty().get()));
        assertEquals(List.of(), marked(page));
        fx.run(page::close);
    }

    private List<String> noted(NotebookPage page) {
        var asked = new ArrayList<String>();
        var site =
                new PageSite() {
                    @Override
                    public void leave() {
                        asked.add("leave");
                    }

                    @Override
                    public void open(Path file, int line, int column) {
                        asked.add("open " + file + " " + line + " " + column);
                    }

                    @Override
                    public void showScratch() {
                        asked.add("scratch");
                    }
                };
        fx.run(() -> page.setSite(site));
        return asked;
    }

    private List<String> marked(NotebookPage page) {
        return fx.call(
                () ->
                        page.view().lookupAll(".problem-error").stream()
                                .map(node -> ((Text) node).getText())
                                .toList());
    }

    /// The names that are offered.
    private List<String> names(NotebookPage page) {
        return texts(page, ".assist-row .assist-name");
    }

    private String note(NotebookPage page) {
        return ((Label) page.view().lookup(".assist-list .assist-note")).getText();
    }

    private String hint(NotebookPage page) {
        return String.join("", texts(page, ".assist-hint .assist-call"));
    }

    private static List<String> texts(NotebookPage page, String selector) {
        return page.view().lookupAll(selector).stream()
                .filter(node -> node.getParent().isVisible())
                .map(
                        flow ->
                                ((Parent) flow)
                                        .getChildrenUnmodifiable().stream()
                                                .map(it -> ((Text) it).getText())
                                                .collect(Collectors.joining()))
                .toList();
    }

    /// What stands beside the list.
    private String words(NotebookPage page) {
        return page.view().lookupAll(".assist-words").stream()
                .map(it -> ((GenericStyledArea<?, ?, ?>) it).getText())
                .collect(Collectors.joining());
    }

    private NotebookPage open(String name, String text) throws IOException {
        return open(name, text, LanguageServers.NONE);
    }

    private NotebookPage open(String name, String text, LanguageServers servers)
            throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        var outcome = new NotebookFiles().open(file, FileKind.of(file));
        var opened = assertInstanceOf(OpenOutcome.Opened.class, outcome).file();
        var owner = new Owner(executor, new PulseExecutor(executor));
        session = fx.prepare(() -> TestSessions.of(owner, opened, servers));
        NotebookPage page = fx.prepare(this::newPage);
        fx.show((Parent) page.view(), 800, 600, Theme.LIGHT, PageFixture.SHEETS);
        fx.run(page::focus);
        fx.settle();
        return page;
    }

    private PlainPage newPage() {
        var keymap = KeyPreset.JUPYTER.keymap();
        return new PlainPage(
                session(),
                new PageServices(
                        highlighter,
                        kit,
                        _ -> {},
                        RemotePictures.NONE,
                        new SimpleBooleanProperty(),
                        suggests,
                        new VimDesk(new VimChoice()),
                        new TextChoices(
                                new SimpleBooleanProperty(), new SimpleObjectProperty<>(keymap)),
                        new CellClipboard(),
                        new PageSize(
                                new SimpleObjectProperty<>(Zoom.NONE),
                                new SimpleObjectProperty<>(0)),
                        new MetadataDrafts()));
    }

    private String source() {
        return fx.call(() -> session().store().notebook().cells().getFirst().source());
    }

    private CodeEditor editor(NotebookPage page) {
        return fx.call(() -> (CodeEditor) page.view().lookup(".code-editor"));
    }
}
