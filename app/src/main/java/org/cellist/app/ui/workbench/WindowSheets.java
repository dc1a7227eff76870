package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.SettingsSheet;
import org.cellist.app.ui.sheet.SheetLayer;
import org.cellist.app.ui.workbench.command.Command;
import org.cellist.app.ui.workbench.keys.KeysSheet;
import org.cellist.app.ui.workbench.palette.PaletteSheet;
import org.cellist.app.ui.workbench.port.Document;

/// The dialogs of a window that commands open.
///
/// Confined to the JavaFX Application Thread.
final class WindowSheets {

    private final WorkbenchViewModel model;
    private final Owner owner;
    private final SheetLayer sheets;
    private final Choices choices;
    private final Prompts prompts;
    private final Texts texts = Texts.of("workbench");
    private final List<String> recentCommands = new ArrayList<>();

    /// What the dialogs are about.
    interface Owner {

        List<Command> commands();

        /// Does something with the page in front, if there is one.
        void onPage(Consumer<NotebookPage> action);

        void jump(CellId cell);
    }

    WindowSheets(
            WorkbenchViewModel model,
            Owner owner,
            SheetLayer sheets,
            Choices choices,
            Prompts prompts) {
        this.model = model;
        this.owner = owner;
        this.sheets = sheets;
        this.choices = choices;
        this.prompts = prompts;
    }

    void showPalette() {
        sheets.open(PaletteSheet.of(owner.commands(), recentCommands));
    }

    void showSettings() {
        sheets.open(SettingsSheet.of(choices));
    }

    void showKeys() {
        sheets.open(KeysSheet.of(owner.commands(), choices.keys()));
    }

    void showHistory() {
        owner.onPage(NotebookPage::commitComposition);
        model.activeDocument()
                .ifPresent(document -> sheets.open(OpenHistory.of(document, prompts, texts)));
    }

    void showCells() {
        owner.onPage(
                page -> {
                    int lead = page.selectionProperty().get().index();
                    model.activeDocument()
                            .map(Document::notebook)
                            .map(notebook -> PaletteSheet.ofCells(notebook, lead, owner::jump))
                            .ifPresent(sheets::open);
                });
    }
}
