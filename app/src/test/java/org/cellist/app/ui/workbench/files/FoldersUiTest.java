package org.cellist.app.ui.workbench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.cellist.app.ui.workbench.files.Transfer.State;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The folders of the pane of files, and what is copied between them, as a person sees them.
@Tag("ui")
@ExtendWith(FxExtension.class)
class FoldersUiTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private final Fx fx;
    private final Locale before = Locale.getDefault();
    private final Asked asked = new Asked();
    private final List<Path> opened = new ArrayList<>();
    @TempDir Path disk;
    private Path here = Path.of("");
    private Path box = Path.of("");
    private PlayedPlaces places = new PlayedPlaces(here, box, here, new FxExecutor());
    private FilesModel model = new FilesModel(PlacesFiles.NONE);
    private Node view = new Region();

    FoldersUiTest(Fx fx) {
        this.fx = fx;
    }

    /// A person whose answers a test decides.
    private static final class Asked implements FilesQuestions {

        final List<String> questions = new ArrayList<>();
        boolean deletes = true;
        @Nullable Clash clash;
        List<Path> uploads = List.of();
        @Nullable Path downloads;

        @Override
        public void askDelete(List<String> names, PlaceFiles.Removal removal, Runnable delete) {
            questions.add("delete " + names + " " + removal);
            if (deletes) {
                delete.run();
            }
        }

        @Override
        public void askClash(List<String> names, Consumer<Clash> then) {
            questions.add("clash " + names);
            if (clash != null) {
                then.accept(clash);
            }
        }

        @Override
        public void chooseUploads(Consumer<List<Path>> then) {
            then.accept(uploads);
        }

        @Override
        public void chooseDownloads(@Nullable Path folder, Consumer<Path> then) {
            if (downloads != null) {
                then.accept(downloads);
            }
        }
    }

    @BeforeEach
    void makeFolders() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        here = Files.createDirectories(disk.resolve("here"));
        box = Files.createDirectories(disk.resolve("box"));
        places = new PlayedPlaces(here, box, disk.resolve("copies"), new FxExecutor());
        Files.createDirectories(here.resolve("zoo"));
        Files.writeString(here.resolve("zoo/lion.txt"), "roar");
        Files.writeString(here.resolve("b.csv"), "1,2");
        Files.writeString(here.resolve("A.ipynb"), "{}");
        Files.writeString(here.resolve(".hidden"), "");
        Files.writeString(box.resolve("weights.bin"), "w".repeat(5000));
    }

    /// What is still copied would come into folders that are being deleted.
    @AfterEach
    void endCopies() {
        places.letAllGo();
        fx.await("nothing is under way", () -> places.underWay.get() == 0);
        Locale.setDefault(before);
    }

    // ---- going

    @Test
    void foldersComeFirstAndHiddenThingsDoNot() {
        show();
        assertEquals(List.of("zoo", "A.ipynb", "b.csv"), names());

        fx.run(() -> model.first().hiddenProperty().set(true));
        assertEquals(List.of("zoo", ".hidden", "A.ipynb", "b.csv"), names());

        fx.run(() -> model.first().orderProperty().set(FolderOrder.SIZE));
        assertEquals(List.of("zoo", "b.csv", "A.ipynb", ".hidden"), names());
    }

    @Test
    void keysLeadIntoAFolderAndBackToIt() {
        show();
        fx.run(() -> ((FoldersView) view).enter());
        fx.robot().type(KeyCode.ENTER);
        awaitNames("lion.txt");

        fx.robot().type(KeyCode.BACK_SPACE);
        awaitNames("zoo", "A.ipynb", "b.csv");

        fx.await("the folder is chosen", () -> chosen().equals(List.of("zoo")));
    }

    @Test
    void aTypedPathLeadsThere() {
        show();
        type(path(), "~/zoo/");
        awaitNames("lion.txt");
        assertEquals("~/zoo", fx.call(() -> path().getText()));

        type(path(), box.toString());
        awaitNames("weights.bin");
    }

    @Test
    void aFolderThatIsNotThereSaysSo() throws IOException {
        show();
        type(path(), "~/gone");

        fx.await("words", () -> quiet().startsWith("“gone” is not there."));
        Files.createDirectory(here.resolve("gone"));
        fx.run(() -> ((Button) view.lookup(".files-quiet .pane-button")).fire());
        fx.await("the folder", () -> quiet().equals("This folder is empty."));
    }

    /// A person who has gone on does not see what a slow machine says late.
    @Test
    void anAnswerThatComesTooLateIsDropped() {
        show();
        var late = new CountDownLatch(1);
        places.listing = late;
        fx.run(() -> model.first().go(PlayedPlaces.BOX, null));
        fx.run(() -> model.first().go(PlayedPlaces.HERE, null));
        awaitNames("zoo", "A.ipynb", "b.csv");

        late.countDown();
        fx.await("all has been said", () -> places.underWay.get() == 0);
        fx.settle();

        assertEquals(List.of("zoo", "A.ipynb", "b.csv"), names());
        assertEquals(here.toString(), fx.call(() -> model.first().folderProperty().get()));
    }

    @Test
    void whatIsSelectedStaysSoWhileTheFolderChanges() throws IOException {
        show();
        fx.run(() -> list().getSelectionModel().select(2));

        Files.writeString(here.resolve("a2.csv"), "new");
        fx.run(model.first()::refresh);
        awaitNames("zoo", "A.ipynb", "a2.csv", "b.csv");

        assertEquals(List.of("b.csv"), fx.call(this::chosen));
    }

    @Test
    void aMachineThatIsGoneSaysSoAndIsAskedAgain() {
        places.isBoxGone = true;
        show();
        fx.run(() -> model.first().go(PlayedPlaces.BOX, null));
        fx.await("words", () -> quiet().contains("SSH"));

        places.isBoxGone = false;
        fx.run(() -> ((Button) view.lookup(".files-quiet .pane-button")).fire());
        awaitNames("weights.bin");
    }

    // ---- changing

    @Test
    void aNameIsEditedInItsPlace() {
        show();
        fx.run(() -> list().getSelectionModel().select(2));
        fx.run(() -> list().requestFocus());
        fx.robot().type(KeyCode.F2);
        fx.await("a field", () -> isNaming());
        assertEquals("b", fx.call(() -> naming().getSelectedText()));

        type(naming(), "c.csv");
        awaitNames("zoo", "A.ipynb", "c.csv");
        assertTrue(Files.exists(here.resolve("c.csv")));
        fx.await("it is chosen", () -> chosen().equals(List.of("c.csv")));
    }

    @Test
    void escapeLeavesANameAsItIs() {
        show();
        fx.run(() -> list().getSelectionModel().select(2));
        fx.run(() -> list().requestFocus());
        fx.robot().type(KeyCode.F2);
        fx.await("a field", () -> isNaming());
        fx.run(() -> naming().setText("other"));
        fx.robot().type(KeyCode.ESCAPE);

        fx.await("no field", () -> !isNaming());
        assertTrue(Files.exists(here.resolve("b.csv")));
    }

    @Test
    void aNameThatIsTakenIsRefusedInWords() {
        show();
        fx.run(() -> model.first().rename(list().getItems().get(2), "A.ipynb"));

        fx.await("words", () -> trouble().startsWith("“A.ipynb” is there already."));
        fx.run(() -> model.first().rename(list().getItems().get(2), "a/b"));
        fx.await("other words", () -> trouble().startsWith("“a/b” cannot be the name"));
        assertTrue(Files.exists(here.resolve("b.csv")));
    }

    @Test
    void aNewFolderIsNamedAtOnce() {
        show();
        fx.run(() -> menuItem("New folder"));
        fx.await("a field", () -> isNaming());
        assertEquals("New folder", fx.call(() -> naming().getText()));

        type(naming(), "runs");
        awaitNames("runs", "zoo", "A.ipynb", "b.csv");
        assertTrue(Files.isDirectory(here.resolve("runs")));
    }

    @Test
    void whatIsDeletedIsAskedAboutFirst() {
        asked.deletes = false;
        show();
        fx.run(() -> list().getSelectionModel().selectIndices(1, 2));
        fx.run(() -> list().requestFocus());
        fx.robot().type(KeyCode.DELETE);
        assertEquals(List.of("delete [A.ipynb, b.csv] TRASH"), asked.questions);
        assertTrue(Files.exists(here.resolve("b.csv")));

        asked.deletes = true;
        fx.robot().type(KeyCode.DELETE);
        awaitNames("zoo");
    }

    @Test
    void anotherMachineHasNoBin() {
        show();
        fx.run(() -> model.first().go(PlayedPlaces.BOX, null));
        awaitNames("weights.bin");
        fx.run(() -> list().getSelectionModel().select(0));
        fx.run(() -> list().requestFocus());
        fx.robot().type(KeyCode.DELETE);

        assertEquals(List.of("delete [weights.bin] FOREVER"), asked.questions);
        fx.await("nothing is left", () -> quiet().equals("This folder is empty."));
    }

    // ---- copying

    @Test
    void aFileIsBroughtHereThroughTheMenu() throws IOException {
        show();
        fx.run(() -> model.first().go(PlayedPlaces.BOX, null));
        awaitNames("weights.bin");
        asked.downloads = here;
        fx.run(() -> list().getSelectionModel().select(0));
        fx.run(() -> menuItem("Download…"));

        awaitTransfer(State.Done.class);
        assertEquals("w".repeat(5000), Files.readString(here.resolve("weights.bin")));
    }

    @Test
    void filesAreSentThroughTheMenu() throws IOException {
        show();
        fx.run(() -> model.first().go(PlayedPlaces.BOX, null));
        awaitNames("weights.bin");
        asked.uploads = List.of(here.resolve("zoo"), here.resolve("b.csv"));
        fx.run(() -> menuItem("Upload files…"));

        awaitNames("zoo", "b.csv", "weights.bin");
        fx.await("the folder has come", () -> Files.exists(box.resolve("zoo/lion.txt")));
        assertEquals("1,2", Files.readString(box.resolve("b.csv")));
    }

    @Test
    void namesThatAreTakenAreAskedAbout() throws IOException {
        show();
        Files.writeString(box.resolve("b.csv"), "theirs");
        asked.clash = null;
        fx.run(() -> upload("b.csv"));
        fx.await("the question", () -> asked.questions.contains("clash [b.csv]"));
        assertEquals(0, fx.call(() -> model.transfers().transfers().size()));

        asked.clash = FilesQuestions.Clash.KEEP_BOTH;
        fx.run(() -> upload("b.csv"));
        awaitTransfer(State.Done.class);
        assertEquals("theirs", Files.readString(box.resolve("b.csv")));
        assertEquals("1,2", Files.readString(box.resolve("b (2).csv")));

        asked.clash = FilesQuestions.Clash.REPLACE;
        fx.run(() -> upload("b.csv"));
        fx.await("a second copy", () -> model.transfers().transfers().size() == 2);
        awaitTransfer(State.Done.class);
        assertEquals("1,2", Files.readString(box.resolve("b.csv")));
    }

    @Test
    void aCopyThatIsStoppedGoesOnWhereItWas() throws IOException {
        var gate = new CountDownLatch(1);
        places.reading = gate;
        show();
        fx.run(this::download);
        fx.await("a part", () -> transfer() instanceof State.Running);
        fx.await("its bytes", () -> partSize() == 1000);
        fx.run(() -> fire("Stop copying weights.bin"));
        assertTrue(fx.call(() -> transfer() instanceof State.Stopped));
        assertFalse(Files.exists(here.resolve("weights.bin")));

        gate.countDown();
        places.reading = null;
        fx.run(() -> fire("Go on copying weights.bin"));
        awaitTransfer(State.Done.class);
        assertEquals("w".repeat(5000), Files.readString(here.resolve("weights.bin")));
        assertEquals(-1, partSize());
    }

    @Test
    void aWindowAsksBeforeItEndsACopy() throws IOException {
        places.reading = new CountDownLatch(1);
        show();
        fx.run(this::download);
        fx.run(() -> upload("b.csv"));
        fx.await("a part", () -> transfer() instanceof State.Running);
        var done = new ArrayList<String>();
        FilesModel.EndQuestion stays = (count, _) -> done.add("asked of " + count);

        fx.run(() -> model.closeAround(stays, Runnable::run, () -> done.add("closed")));
        assertEquals(List.of("asked of 2"), done);
        assertEquals(2, fx.call(() -> model.transfers().active()));

        FilesModel.EndQuestion goes = (_, stop) -> stop.run();
        fx.run(() -> model.closeAround(goes, _ -> done.add("a tab stays"), () -> {}));
        assertEquals(2, fx.call(() -> model.transfers().active()), "nothing is closed");

        fx.run(() -> model.closeAround(goes, Runnable::run, () -> done.add("closed")));
        assertEquals(List.of("asked of 2", "a tab stays", "closed"), done);
        assertEquals(0, fx.call(() -> model.transfers().active()));
        assertFalse(Files.exists(here.resolve("weights.bin")));

        fx.run(() -> model.closeAround(stays, Runnable::run, () -> done.add("not asked")));
        assertEquals("not asked", done.getLast());
    }

    @Test
    void aCopyThatIsPutAwayLeavesNothing() {
        places.reading = new CountDownLatch(1);
        show();
        fx.run(this::download);
        fx.await("its bytes", () -> partSize() == 1000);

        fx.run(() -> fire("Put weights.bin away"));

        fx.await("no part", () -> partSize() < 0);
        assertEquals(0, fx.call(() -> model.transfers().transfers().size()));
        assertFalse(Files.exists(here.resolve("weights.bin")));
    }

    @Test
    void aCopyThatFailsSaysWhyAndGoesOn() throws IOException {
        places.reading = new CountDownLatch(1);
        show();
        fx.run(this::download);
        fx.await("its bytes", () -> partSize() == 1000);
        places.isBoxGone = true;
        places.reading.countDown();
        awaitTransfer(State.Failed.class);

        places.isBoxGone = false;
        places.reading = null;
        fx.run(() -> fire("Go on copying weights.bin"));
        awaitTransfer(State.Done.class);
        assertEquals("w".repeat(5000), Files.readString(here.resolve("weights.bin")));
    }

    @Test
    void aFolderIsNotCopiedIntoItself() throws IOException {
        show();
        var zoo = here.resolve("zoo");
        fx.run(
                () ->
                        model.copy(
                                new FilesModel.Things(PlayedPlaces.HERE, List.of(zoo.toString())),
                                PlayedPlaces.HERE,
                                zoo.toString(),
                                asked));

        awaitTransfer(State.Failed.class);
        try (var inside = Files.list(zoo)) {
            assertEquals(List.of(zoo.resolve("lion.txt")), inside.toList());
        }
    }

    // ---- opening

    @Test
    void aFileOfAnotherMachineIsOpenedAsACopy() throws IOException {
        show();
        fx.run(() -> model.first().go(PlayedPlaces.BOX, null));
        awaitNames("weights.bin");
        fx.run(() -> ((FoldersView) view).enter());
        fx.robot().type(KeyCode.ENTER);

        fx.await("it is open", () -> !opened.isEmpty());
        var copy = opened.getFirst();
        assertTrue(copy.startsWith(disk.resolve("copies")));
        assertEquals("weights.bin", String.valueOf(copy.getFileName()));
        assertEquals("w".repeat(5000), Files.readString(copy));
        assertEquals(0, fx.call(() -> model.transfers().transfers().size()));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, ko"})
    void itCanBeDrawn(Theme theme, Locale language) throws IOException {
        Locale.setDefault(language);
        Files.writeString(here.resolve("실험 결과 정리.md"), "# 결과");
        places.reading = new CountDownLatch(1);
        show(theme);
        fx.run(model::toggleSecond);
        fx.run(() -> list().getSelectionModel().select(1));
        fx.run(this::download);
        fx.await("its bytes", () -> partSize() == 1000);
        fx.run(() -> model.first().rename(list().getItems().get(1), "b.csv"));
        fx.await("words", () -> !trouble().isEmpty());
        fx.settle();

        var stage = fx.call(() -> (Stage) view.getScene().getWindow());
        fx.snapshot(stage, PICTURES.resolve("files-" + theme + ".png"));
    }

    // ---- the pane

    private void show() {
        show(Theme.LIGHT);
    }

    private void show(Theme theme) {
        model = fx.prepare(() -> new FilesModel(places));
        var made = fx.prepare(() -> new FoldersView(model, asked, () -> null, opened::add));
        made.getStyleClass().add("pane");
        view = made;
        fx.show(made, 264, 700, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.await("the folder is listed", () -> !list().getItems().isEmpty());
    }

    @SuppressWarnings("unchecked") // the first list is of files
    private ListView<FileEntry> list() {
        return (ListView<FileEntry>) view.lookup(".files-list");
    }

    private List<String> names() {
        return fx.call(() -> list().getItems().stream().map(FileEntry::name).toList());
    }

    private void awaitNames(String... names) {
        fx.await(
                String.join(", ", names),
                () ->
                        list().getItems().stream()
                                .map(FileEntry::name)
                                .toList()
                                .equals(List.of(names)));
    }

    private List<String> chosen() {
        return list().getSelectionModel().getSelectedItems().stream().map(FileEntry::name).toList();
    }

    private TextField path() {
        return (TextField) view.lookup(".folder-head .text-field");
    }

    private boolean isNaming() {
        return view.lookup(".file-cell .text-field") != null;
    }

    private TextField naming() {
        return (TextField) view.lookup(".file-cell .text-field");
    }

    private void type(TextField field, String text) {
        fx.run(
                () -> {
                    field.requestFocus();
                    field.setText(text);
                });
        fx.robot().type(KeyCode.ENTER);
    }

    private String quiet() {
        return ((Label) view.lookup(".files-quiet .pane-empty")).getText();
    }

    private String trouble() {
        return ((Label) view.lookup(".files-trouble .label")).getText();
    }

    private void menuItem(String text) {
        var actions = new FolderActions(model.first(), model, asked, list());
        model.first().setChooser(entry -> actions.chosen(list().getItems().indexOf(entry)));
        var selected = list().getSelectionModel().getSelectedItems();
        var menu = selected.isEmpty() ? actions.folderMenu() : actions.menu(_ -> {});
        menu.getItems().stream()
                .filter(it -> text.equals(it.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private void upload(String name) {
        var things =
                new FilesModel.Things(PlayedPlaces.HERE, List.of(here.resolve(name).toString()));
        model.copy(things, PlayedPlaces.BOX, box.toString(), asked);
    }

    private void download() {
        Place from = PlayedPlaces.BOX;
        var things = new FilesModel.Things(from, List.of(box.resolve("weights.bin").toString()));
        model.copy(things, PlayedPlaces.HERE, here.toString(), asked);
    }

    private @Nullable State transfer() {
        var all = model.transfers().transfers();
        return all.isEmpty() ? null : all.getLast().stateProperty().get();
    }

    private void awaitTransfer(Class<? extends State> wanted) {
        fx.await(wanted.getSimpleName(), () -> wanted.isInstance(transfer()));
    }

    private void fire(String button) {
        view.lookupAll(".transfer .toolbar-icon").stream()
                .filter(it -> button.equals(it.getAccessibleText()))
                .map(Button.class::cast)
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow()
                .fire();
    }

    /// Returns the size of what has come of a file; negative if nothing has.
    private long partSize() {
        try (var all = Files.list(here)) {
            var part = all.filter(it -> it.toString().endsWith(".part")).findFirst();
            return part.isPresent() ? Files.size(part.get()) : -1;
        } catch (IOException _) {
            return -1; // it goes while it is looked at
        }
    }
}
