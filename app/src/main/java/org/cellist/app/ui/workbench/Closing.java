package org.cellist.app.ui.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Document.SaveOutcome;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;

/// One wish to close tabs, from the first save to the end of the last tab.
///
/// Every document is settled first, by a save or by a person's word; then all tabs go at once, so
/// that whoever keeps one keeps them all, with their kernels. What a person changes meanwhile is
/// settled again. What a run goes on to print is not: it ends with its tab, and would keep it open
/// for ever.
///
/// Confined to the JavaFX Application Thread.
final class Closing {

    private final WorkbenchViewModel model;
    private final Saving saving;
    private final Prompts prompts;
    private final Saving.Pages pages;
    private final Tabs which;
    private final Runnable then;
    private final Map<Document, Settled> settled = new HashMap<>();
    private final Set<Document> withoutTheRest = new HashSet<>();

    /// What a document held when the disk got it, or the person gave it up.
    private record Settled(Notebook notebook, boolean isGivenUp) {}

    /// Which tabs close.
    ///
    /// @param isWindow whether it is all of a window: whoever closes that may have done for today
    record Tabs(Predicate<TabViewModel> which, boolean isWindow) {

        static Tabs one(TabViewModel tab) {
            return new Tabs(tab::equals, false);
        }

        static Tabs all(WorkbenchViewModel model) {
            return new Tabs(tab -> model.tabs().contains(tab), true);
        }
    }

    /// @param which the tabs to close
    /// @param then runs when they are closed
    Closing(
            WorkbenchViewModel model,
            Saving saving,
            Prompts prompts,
            Saving.Pages pages,
            Tabs which,
            Runnable then) {
        this.model = model;
        this.saving = saving;
        this.prompts = prompts;
        this.pages = pages;
        this.which = which;
        this.then = then;
    }

    /// Settles the next document, or closes the tabs when all are.
    void goOn() {
        var tabs = model.tabs().stream().filter(which.which()).toList();
        for (var tab : tabs) {
            var document = tab.document().orElse(null);
            if (document != null && !isShownElsewhere(document) && !mayGo(document)) {
                settle(tab, document);
                return;
            }
        }
        var atWork = withKernels(tabs);
        if (atWork.isEmpty()) {
            close(tabs);
            return;
        }
        prompts.askKernels(
                atWork.stream().map(Document::name).toList(),
                keeps -> {
                    if (keeps) {
                        atWork.forEach(Document::keepKernel);
                    }
                    close(tabs);
                });
    }

    private void close(List<TabViewModel> tabs) {
        tabs.forEach(model::remove);
        then.run();
    }

    /// Returns the documents whose kernels would be missed: those at work, and of a whole window
    /// those with variables too. A notebook without a file would not find its kernel again.
    private List<Document> withKernels(List<TabViewModel> tabs) {
        return tabs.stream()
                .flatMap(tab -> tab.document().stream())
                .distinct()
                .filter(document -> document.file() != null && !isShownElsewhere(document))
                .filter(document -> isMissed(document.state().runtime()))
                .toList();
    }

    private boolean isMissed(RuntimeState kernel) {
        return kernel instanceof RuntimeState.Busy
                || (which.isWindow() && kernel instanceof RuntimeState.Idle);
    }

    /// Nothing is lost by a tab whose document stays open in another one.
    private boolean isShownElsewhere(Document document) {
        return model.windows().tabs().stream()
                .filter(which.which().negate())
                .anyMatch(tab -> tab.document().filter(document::equals).isPresent());
    }

    private boolean mayGo(Document document) {
        pages.commitComposition(document);
        if (hasUnapplied(document)) {
            return false;
        }
        if (!document.state().save().isPending() || isUntouched(document)) {
            return true;
        }
        var last = settled.get(document);
        return last != null
                && (last.isGivenUp() || document.state().runtime() instanceof RuntimeState.Busy)
                && document.notebook().isSameButOutputs(last.notebook());
    }

    /// Returns whether something was typed beside the document, and not given up.
    private boolean hasUnapplied(Document document) {
        return pages.hasUnapplied(document) && !withoutTheRest.contains(document);
    }

    /// A new notebook in which nothing was written is not worth a question.
    private static boolean isUntouched(Document document) {
        return document.state().save() instanceof SaveState.NoFile
                && document.notebook().cells().stream().map(Cell::source).allMatch(String::isBlank);
    }

    private void settle(TabViewModel tab, Document document) {
        if (hasUnapplied(document)) {
            model.activate(tab);
            prompts.askUnapplied(
                    document.name(),
                    () -> {
                        withoutTheRest.add(document);
                        goOn();
                    });
        } else if (document.file() == null) {
            model.activate(tab);
            prompts.askUnsaved(document.name(), () -> saveAs(document), () -> giveUp(document));
        } else if (document.state().access() instanceof Access.ReadOnly(var why)) {
            askUnsavable(tab, document, why);
        } else {
            var snapshot = document.notebook();
            document.save(outcome -> ended(tab, document, snapshot, outcome));
        }
    }

    private void ended(
            TabViewModel tab, Document document, Notebook snapshot, SaveOutcome outcome) {
        switch (outcome) {
            case SaveOutcome.Saved _ -> {
                settled.put(document, new Settled(snapshot, false));
                goOn();
            }
            case SaveOutcome.ChangedOnDisk _ -> {
                model.activate(tab);
                saving.report(document, outcome, this::goOn);
            }
            case SaveOutcome.Failed(var why) -> askUnsavable(tab, document, why);
        }
    }

    private void askUnsavable(TabViewModel tab, Document document, String why) {
        model.activate(tab);
        prompts.askUnsavable(document.name(), why, () -> saveAs(document), () -> giveUp(document));
    }

    private void saveAs(Document document) {
        saving.saveAs(document, this::goOn);
    }

    private void giveUp(Document document) {
        settled.put(document, new Settled(document.notebook(), true));
        goOn();
    }
}
