package org.cellist.app.ui.workbench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.sheet.SheetLayer;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The sheet of a notebook's history, over real files.
@Tag("ui")
@ExtendWith(FxExtension.class)
class HistoryUiTest {

    private final Locale before = Locale.getDefault();
    private final Fx fx;
    private Sheet sheet = new Sheet("", "", new Region(), 0);
    @TempDir private Path folder;
    private Path other = Path.of("");

    HistoryUiTest(Fx fx) {
        this.fx = fx;
    }

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void aCellIsRestoredByItsButton() throws IOException {
        var past = new TestPast(folder, "a=2", "b=1");
        past.keep(TestPast.NOON.minus(Duration.ofDays(1)), "a=0", "b=1");
        past.keep(TestPast.NOON, "a=1", "b=1");
        show(past);
        fx.await("it is compared", () -> !differences().getItems().isEmpty());
        fx.settle();

        assertEquals(List.of("Today", "Yesterday"), texts(".history-day"));
        assertEquals(List.of("1 changed", "The oldest: 2 cells"), texts(".history-summary"));
        fx.run(() -> ((Button) sheet.lookup(".diff-restore")).fire());
        fx.await("nothing differs", () -> differences().getItems().isEmpty());

        assertEquals(List.of("a=1", "b=1"), fx.call(past::sources));
        assertEquals(
                "This version is the same as the notebook now.",
                fx.call(() -> ((Label) sheet.lookup(".history-quiet")).getText()));
    }

    @Test
    void ofThousandsOfChangedCellsThoseInSightHaveNodes() throws IOException {
        var past =
                new TestPast(
                        folder,
                        IntStream.range(0, 5000)
                                .mapToObj(i -> "c" + i + "=2")
                                .toArray(String[]::new));
        past.keep(
                TestPast.NOON,
                IntStream.range(0, 5000).mapToObj(i -> "c" + i + "=1").toArray(String[]::new));
        show(past);

        fx.await("it is compared", () -> differences().getItems().size() > 10_000);
        fx.settle();

        assertTrue(fx.call(() -> sheet.lookupAll(".diff-cell").size()) < 100);
    }

    @Test
    void anotherFileIsComparedAndTakenFrom() throws IOException {
        var past = new TestPast(folder, "a=2", "b=1");
        past.keep(TestPast.NOON, "a=2", "b=1");
        other = folder.resolve("other.ipynb");
        past.write(other, "a=7", "b=1");
        show(past);

        fx.run(() -> button("Compare with a file…").fire());
        fx.await("it is compared", () -> !differences().getItems().isEmpty());
        fx.settle();
        fx.run(() -> ((Button) sheet.lookup(".diff-restore")).fire());
        fx.await("nothing differs", () -> differences().getItems().isEmpty());

        assertEquals(List.of("a=7", "b=1"), fx.call(past::sources));
        assertTrue(fx.call(() -> button("Save a copy…").isDisabled()));
    }

    private Button button(String text) {
        return sheet.lookupAll(".sheet-button").stream()
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private final class Chosen implements HistorySheet.Chooser {

        @Override
        public void save(String name, Consumer<Path> then) {
            throw new AssertionError("nothing is saved in these tests");
        }

        @Override
        public void open(Consumer<Path> then) {
            then.accept(other);
        }
    }

    private void show(TestPast past) {
        var layer =
                fx.prepare(
                        () -> {
                            var model =
                                    new HistoryViewModel(
                                            past.past(
                                                    task -> Thread.ofVirtual().start(task),
                                                    new FxExecutor()),
                                            ZoneOffset.UTC);
                            sheet =
                                    HistorySheet.of(
                                            model,
                                            "a.ipynb",
                                            LocalDate.of(2026, 3, 1),
                                            new Chosen());
                            return new SheetLayer();
                        });
        fx.show(layer, 1100, 800, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> layer.open(sheet));
        fx.settle();
    }

    private ListView<?> differences() {
        return (ListView<?>) sheet.lookup(".history-differences");
    }

    private List<String> texts(String selector) {
        return fx.call(
                () ->
                        sheet.lookupAll(selector).stream()
                                .map(node -> ((Label) node).getText())
                                .toList());
    }
}
