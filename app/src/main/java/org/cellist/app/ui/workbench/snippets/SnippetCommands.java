package org.cellist.app.ui.workbench.snippets;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.snippets.SnippetShelf;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Question;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.sheet.SheetLayer;

/// The pane of snippets, and what can be done with them beside inserting one.
///
/// Confined to the JavaFX Application Thread.
public final class SnippetCommands {

    private static final Insets ABOVE = new Insets(12, 0, 0, 0);

    private final SnippetsViewModel model;
    private final SheetLayer sheets;
    private final Texts texts = Texts.of("snippets");

    public SnippetCommands(SnippetDesk desk, SheetLayer sheets) {
        this.model = new SnippetsViewModel(desk);
        this.sheets = sheets;
    }

    /// Makes the pane.
    ///
    /// @param inserts puts cells into the notebook in front
    /// @param leave gives keys back to the notebook
    public SnippetsView view(Consumer<List<Cell>> inserts, Runnable leave) {
        return new SnippetsView(model, inserts, leave, this::showFolder);
    }

    /// Asks for a title, and saves cells under it.
    public void save(List<Cell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        var title = new TextField();
        title.setPromptText(texts.get("save.name"));
        title.setAccessibleText(texts.get("save.name"));
        title.getStyleClass().addAll("variables-filter", "sheet-focus");
        VBox.setMargin(title, ABOVE);
        var purpose = texts.get("save.purpose", SnippetShelf.OWN);
        var sheet = new Sheet(texts.get("save.title"), purpose, title, Sheet.NARROW);
        sheet.addCancel(texts.get("save.cancel"), () -> {});
        var save =
                sheet.addPrimary(
                        texts.get("save.do"),
                        () -> model.save(title.getText(), cells, this::tellNotSaved));
        save.disableProperty().bind(title.textProperty().map(String::isBlank));
        sheets.open(sheet);
    }

    /// Shows the folder of snippets in the system's file manager.
    public void showFolder() {
        model.showFolder(why -> tell(texts.get("folder.failed"), why));
    }

    private void tellNotSaved(String why) {
        tell(texts.get("save.failed"), why);
    }

    private void tell(String title, String why) {
        var sheet = Question.of(title, why);
        sheet.addCancel(texts.get("save.close"), () -> {});
        sheets.open(sheet);
    }
}
