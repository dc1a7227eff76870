package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Question;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.workbench.history.HistorySheet;
import org.cellist.app.ui.workbench.history.HistoryViewModel;
import org.cellist.app.ui.workbench.port.Document;

/// Makes the sheet of a document's history.
///
/// Confined to the JavaFX Application Thread.
final class OpenHistory {

    private OpenHistory() {}

    static Sheet of(Document document, Prompts prompts, Texts texts) {
        var past = document.past();
        if (past.isEmpty()) {
            var sheet = Question.of(texts.get("command.view.history"), texts.get("history.none"));
            sheet.addCancel(texts.get("ask.close"), () -> {});
            return sheet;
        }
        var file = past.get().file();
        var zone = ZoneId.systemDefault();
        var model = new HistoryViewModel(past.get(), zone);
        return HistorySheet.of(model, document.name(), LocalDate.now(zone), chooser(prompts, file));
    }

    private static HistorySheet.Chooser chooser(Prompts prompts, Path file) {
        return new HistorySheet.Chooser() {

            @Override
            public void save(String name, Consumer<Path> then) {
                prompts.chooseSave(name, file.getParent(), then);
            }

            @Override
            public void open(Consumer<Path> then) {
                prompts.chooseOpen(file.getParent(), chosen -> then.accept(chosen.getFirst()));
            }
        };
    }
}
