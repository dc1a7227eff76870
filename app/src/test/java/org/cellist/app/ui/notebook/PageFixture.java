package org.cellist.app.ui.notebook;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.NextInput;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.cell.CellSheets;
import org.cellist.app.ui.cell.markdown.TextChoices;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.completion.AssistLayer;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.fx.PulseExecutor;
import org.cellist.app.ui.keys.KeyDispatcher;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.keys.KeyPreset;
import org.cellist.app.ui.keys.Keymap;
import org.cellist.app.ui.keys.VimChoice;
import org.cellist.app.ui.notebook.metadata.MetadataDrafts;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.output.port.OutputKit;
import org.cellist.app.ui.output.port.RemotePictures;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PageSize;
import org.cellist.app.ui.page.Zoom;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.theme.Theme;

/// The page of a real session in a window.
final class PageFixture implements AutoCloseable {

    static final String[] SHEETS =
            Stream.of(
                            List.of(CodeEditor.STYLE_SHEET, AssistLayer.STYLE_SHEET),
                            OutputSheets.addresses(),
                            CellSheets.addresses(),
                            NotebookSheet.addresses())
                    .flatMap(List::stream)
                    .toArray(String[]::new);

    private final Keymap keymap = KeyPreset.JUPYTER.keymap();
    final SimpleObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.NONE);
    final SimpleObjectProperty<Integer> columns = new SimpleObjectProperty<>(0);
    final VimChoice vim = new VimChoice();
    final MetadataDrafts drafts = new MetadataDrafts();
    final SimpleBooleanProperty preview = new SimpleBooleanProperty(true);
    final Fx fx;
    final NotebookSession session;
    final NotebookView page;
    final Stage stage;
    private final FxExecutor executor = new FxExecutor();
    private final CodeHighlighter highlighter = new CodeHighlighter(executor);
    private final OutputKit kit = new OutputKit(executor);

    PageFixture(Fx fx, List<Cell> cells) {
        this(fx, TestSessions.unsaved(cells));
    }

    PageFixture(Fx fx, NotebookFile file) {
        this(fx, file, LanguageServers.NONE);
    }

    PageFixture(Fx fx, NotebookFile file, LanguageServers servers) {
        this.fx = fx;
        var owner = new Owner(executor, new PulseExecutor(executor));
        session = fx.prepare(() -> TestSessions.of(owner, file, servers));
        session.kernel().queue().addListener(new NextInput(session.store()));
        page = fx.prepare(this::newPage);
        stage = fx.show((Parent) page.view(), 1000, 700, Theme.LIGHT, SHEETS);
        fx.run(() -> keys().listenTo(page.view()));
        fx.run(page::focus);
        fx.await("the window has the keys", stage::isFocused);
        fx.settle();
    }

    /// Makes a page of the same session, as another language does.
    NotebookView newPage() {
        var lineNumbers = new SimpleBooleanProperty();
        var services =
                new PageServices(
                        highlighter,
                        kit,
                        _ -> {},
                        RemotePictures.NONE,
                        lineNumbers,
                        new SimpleBooleanProperty(true),
                        new VimDesk(vim),
                        new TextChoices(preview, new SimpleObjectProperty<>(keymap)),
                        new CellClipboard(),
                        new PageSize(zoom, columns),
                        drafts);
        return new NotebookView(session, services);
    }

    /// Shows another page to the right of this one.
    void showBeside(NotebookPage other) {
        fx.prepare(
                () -> {
                    var both = new HBox();
                    stage.getScene().setRoot(both);
                    for (var each : List.of(page, other)) {
                        var region = (Region) each.view();
                        region.setMinWidth(0);
                        region.setPrefWidth(500);
                        both.getChildren().add(region);
                    }
                    return both;
                });
        fx.settle();
    }

    /// Jupyter's keys, as the window has them.
    private KeyDispatcher keys() {
        return new KeyDispatcher(
                () -> keymap,
                new KeyDispatcher.Target() {
                    @Override
                    public Set<KeyPlace> places(KeyEvent event) {
                        var places = EnumSet.of(KeyPlace.WINDOW);
                        places.addAll(page.keyPlaces(event));
                        return places;
                    }

                    @Override
                    public boolean drops(KeyEvent event) {
                        return page.dropsKey(event);
                    }

                    @Override
                    public void perform(String command) {
                        PageCommand.named(command).ifPresent(page::perform);
                    }
                });
    }

    void press(KeyCode... keys) {
        fx.robot().push(keys);
        fx.settle();
    }

    void type(String characters) {
        fx.robot().write(characters, 0);
        fx.settle();
    }

    String source(int index) {
        return fx.call(() -> session.store().notebook().cells().get(index).source());
    }

    List<String> sources() {
        return fx.call(
                () -> session.store().notebook().cells().stream().map(Cell::source).toList());
    }

    int lead() {
        return fx.call(() -> page.selectionProperty().get().index());
    }

    /// Returns whether keys go to the page and not to a text.
    boolean isInCommandMode() {
        return fx.call(page::isFocused);
    }

    CellRow row(int index) {
        return fx.call(
                () -> {
                    CellId id = session.store().notebook().cells().get(index).id();
                    var node = page.column().nodeOf(new RowKey.OfCell(id));
                    if (node instanceof CellRow row) {
                        return row;
                    }
                    throw new AssertionError("cell " + index + " has no row");
                });
    }

    /// Returns the nodes of a row with that style class.
    Stream<Node> within(int index, String styleClass) {
        var row = row(index);
        return fx.call(() -> List.copyOf(row.lookupAll("." + styleClass))).stream();
    }

    @Override
    public void close() {
        fx.run(
                () -> {
                    page.close();
                    session.close();
                });
        highlighter.close();
        kit.close();
    }
}
