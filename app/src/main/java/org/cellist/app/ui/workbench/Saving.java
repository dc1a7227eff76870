package org.cellist.app.ui.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Document.SaveOutcome;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;

/// Saves documents and closes tabs so that nothing is lost without a person's word.
///
/// Confined to the JavaFX Application Thread.
final class Saving {

    private final WorkbenchViewModel model;
    private final Prompts prompts;

    Saving(WorkbenchViewModel model, Prompts prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    /// Saves a document, under a new name where it has none or may not be saved under its own.
    void save(Document document) {
        if (document.file() == null || document.state().access() instanceof Access.ReadOnly) {
            saveAs(document, () -> {});
        } else {
            document.save(outcome -> report(document, outcome, () -> {}));
        }
    }

    void saveAs(Document document) {
        saveAs(document, () -> {});
    }

    /// Puts what is here beside the file that another program changed, and takes the file.
    void keepBoth(Document document) {
        document.keepBoth(outcome -> report(document, outcome, () -> {}));
    }

    /// Closes a tab. Edits that are not on this disk yet are saved first; where that is
    /// impossible the person decides.
    void close(TabViewModel tab) {
        close(tab, () -> {});
    }

    /// Closes all tabs and then goes on, unless the person keeps one open.
    void closeAll(Runnable then) {
        closeNext(List.copyOf(model.tabs()), then);
    }

    private void closeNext(List<TabViewModel> remaining, Runnable then) {
        if (remaining.isEmpty()) {
            then.run();
        } else {
            close(
                    remaining.getFirst(),
                    () -> closeNext(remaining.subList(1, remaining.size()), then));
        }
    }

    private void close(TabViewModel tab, Runnable then) {
        Runnable remove =
                () -> {
                    model.remove(tab);
                    then.run();
                };
        var document = tab.document();
        if (document.isEmpty() || !tab.isPending() || isUntouched(document.get())) {
            remove.run();
            return;
        }
        model.activate(tab);
        saveBeforeClosing(document.get(), remove);
    }

    private void saveBeforeClosing(Document document, Runnable remove) {
        var name = document.name();
        if (document.file() == null) {
            prompts.askUnsaved(name, () -> saveAs(document, remove), remove);
        } else if (document.state().access() instanceof Access.ReadOnly(var why)) {
            prompts.askUnsavable(name, why, () -> saveAs(document, remove), remove);
        } else {
            document.save(outcome -> closeAfter(document, outcome, remove));
        }
    }

    private void closeAfter(Document document, SaveOutcome outcome, Runnable remove) {
        switch (outcome) {
            case SaveOutcome.Saved _ -> remove.run();
            case SaveOutcome.ChangedOnDisk _ -> report(document, outcome, remove);
            case SaveOutcome.Failed(var why) ->
                    prompts.askUnsavable(
                            document.name(), why, () -> saveAs(document, remove), remove);
        }
    }

    private void saveAs(Document document, Runnable then) {
        var file = document.file();
        var folder = file == null ? null : file.getParent();
        prompts.chooseSave(document.name(), folder, chosen -> saveTo(chosen, document, then));
    }

    /// The system's dialog has asked about a file that it would replace, but only under the very
    /// name that was typed.
    private void saveTo(Path chosen, Document document, Runnable then) {
        var target = withExtension(chosen);
        Runnable write = () -> document.saveAs(target, outcome -> report(document, outcome, then));
        if (target.equals(chosen) || !Files.exists(target)) {
            write.run();
        } else {
            prompts.askReplace(
                    String.valueOf(target.getFileName()), write, () -> saveAs(document, then));
        }
    }

    private void report(Document document, SaveOutcome outcome, Runnable then) {
        switch (outcome) {
            case SaveOutcome.Saved _ -> then.run();
            case SaveOutcome.ChangedOnDisk _ ->
                    prompts.askChangedOnDisk(
                            document.name(),
                            () -> document.overwrite(again -> report(document, again, then)),
                            () -> saveAs(document, then));
            case SaveOutcome.Failed(var why) ->
                    prompts.tellNotSaved(document.name(), why, () -> saveAs(document, then));
        }
    }

    /// A new notebook in which nothing was written is not worth a question.
    private static boolean isUntouched(Document document) {
        return document.state().save() instanceof SaveState.NoFile
                && document.notebook().cells().stream().map(Cell::source).allMatch(String::isBlank);
    }

    private static Path withExtension(Path chosen) {
        var name = String.valueOf(chosen.getFileName());
        return name.contains(".") ? chosen : chosen.resolveSibling(name + ".ipynb");
    }
}
