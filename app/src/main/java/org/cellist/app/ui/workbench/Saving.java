package org.cellist.app.ui.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Document.SaveOutcome;
import org.cellist.app.ui.workbench.port.DocumentState.Access;

/// Saves documents and closes tabs so that nothing is lost without a person's word.
///
/// Confined to the JavaFX Application Thread.
final class Saving {

    private static final String EXTENSION = ".ipynb";

    private final WorkbenchViewModel model;
    private final Prompts prompts;
    private final Pages pages;

    /// @param pages show the documents
    Saving(WorkbenchViewModel model, Prompts prompts, Pages pages) {
        this.model = model;
        this.prompts = prompts;
        this.pages = pages;
    }

    /// The pages of documents, which may hold what is not in them yet.
    interface Pages {

        /// Brings text that an input method still composes into the document.
        void commitComposition(Document document);

        /// Returns whether something was typed beside the document that closing would lose.
        default boolean hasUnapplied(Document document) {
            return false;
        }
    }

    /// Saves a document, under a new name where it has none or may not be saved under its own.
    void save(Document document) {
        if (document.file() == null || !(document.state().access() instanceof Access.Writable)) {
            saveAs(document);
        } else {
            pages.commitComposition(document);
            document.save(outcome -> report(document, outcome, () -> {}));
        }
    }

    void saveAs(Document document) {
        saveAs(document, () -> {});
    }

    /// Puts what is here beside the file that another program changed, and takes the file.
    void keepBoth(Document document) {
        pages.commitComposition(document);
        document.keepBoth(outcome -> report(document, outcome, () -> {}));
    }

    /// Closes a tab. Edits that are not on this disk yet are saved first; where that is
    /// impossible the person decides.
    void close(TabViewModel tab) {
        new Closing(model, this, prompts, pages, Closing.Tabs.one(tab), () -> {}).goOn();
    }

    /// Closes all tabs of the window and then goes on, unless the person keeps one open: then they
    /// all stay.
    void closeAll(Runnable then) {
        new Closing(model, this, prompts, pages, Closing.Tabs.all(model), then).goOn();
    }

    /// Saves a document under a name that the person chooses, and then goes on.
    void saveAs(Document document, Runnable then) {
        pages.commitComposition(document);
        var file = document.file();
        var folder = file == null ? null : file.getParent();
        prompts.chooseSave(
                document.proposedName(), folder, chosen -> saveTo(chosen, document, then));
    }

    /// The system's dialog has asked about a file that it would replace, but only under the very
    /// name that was typed.
    private void saveTo(Path chosen, Document document, Runnable then) {
        var target = document.isNotebook() ? withExtension(chosen) : chosen;
        Runnable write =
                () ->
                        document.saveAs(
                                target,
                                outcome -> {
                                    model.refreshRecent();
                                    report(document, outcome, then);
                                });
        if (target.equals(chosen) || !Files.exists(target)) {
            write.run();
        } else {
            prompts.askReplace(
                    String.valueOf(target.getFileName()), write, () -> saveAs(document, then));
        }
    }

    /// Goes on after a save, or says why there was none and what can be done.
    void report(Document document, SaveOutcome outcome, Runnable then) {
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

    /// A dot in a name begins no extension that another program would know.
    private static Path withExtension(Path chosen) {
        var name = String.valueOf(chosen.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)
                ? chosen
                : chosen.resolveSibling(name + EXTENSION);
    }
}
