package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.util.Subscription;
import org.cellist.app.notebook.find.Excerpt;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.trail.Stop;
import org.cellist.app.ui.workbench.trail.Trail;
import org.jspecify.annotations.Nullable;

/// Goes far away at one go, in the page in front or in another file, and back.
///
/// Confined to the JavaFX Application Thread.
final class Jumps {

    private final WorkbenchViewModel model;
    private final Trail trail;
    private Subscription coming = Subscription.EMPTY;
    private Runnable openScratch = () -> {};

    /// @param trail where the person has been, which a new language does not change
    Jumps(WorkbenchViewModel model, Trail trail) {
        this.model = model;
        this.trail = trail;
    }

    Trail trail() {
        return trail;
    }

    /// Sets who shows what is tried out beside the page in front.
    void setScratch(Runnable open) {
        openScratch = open;
    }

    void showScratch() {
        openScratch.run();
    }

    /// Remembers where the person stands, who is about to go elsewhere.
    void leave() {
        here().ifPresent(trail::leave);
    }

    private Optional<Stop> here() {
        var tab = model.activeProperty().get();
        return tab == null ? Optional.empty() : Optional.of(stop(tab));
    }

    private Stop stop(TabViewModel tab) {
        var document = tab.document().orElse(null);
        var place = document == null ? null : page(tab, document).place();
        return place == null || document == null
                ? new Stop(document, tab.file())
                : new Stop(document, tab.file(), document.keep(place));
    }

    private NotebookPage page(TabViewModel tab, Document document) {
        return model.windows().pages().page(tab, document);
    }

    /// Opens a file at a line of it.
    ///
    /// @param line 1 for the first
    /// @param column 1 before the first character
    void open(Path file, int line, int column) {
        open(file, (_, page) -> page.showLine(line, column));
    }

    /// Opens a file and shows a match in it.
    ///
    /// @param excerpt the match; null for the file alone
    void open(Path file, @Nullable Excerpt excerpt) {
        open(
                file,
                (document, page) -> {
                    if (excerpt != null) {
                        show(excerpt, document, page);
                    }
                });
    }

    private static void show(Excerpt excerpt, Document document, NotebookPage page) {
        var match = excerpt.in(document.notebook());
        if (match.isInSource()) {
            page.showText(match.cell(), match.start(), match.end());
        } else {
            page.show(match.cell());
        }
    }

    private void open(Path file, BiConsumer<Document, NotebookPage> then) {
        leave();
        whenThere(model.open(file.toAbsolutePath().normalize()), then);
    }

    /// Does something with the page of a tab as soon as it is there; nothing more is done when the
    /// person has gone to another tab by then, or somewhere else.
    private void whenThere(TabViewModel tab, BiConsumer<Document, NotebookPage> then) {
        coming.unsubscribe();
        var document = tab.document();
        if (document.isPresent()) {
            act(tab, document.get(), then);
            return;
        }
        coming =
                tab.contentProperty()
                        .subscribe(
                                (_, now) -> {
                                    coming.unsubscribe();
                                    if (now instanceof Content.Open(var opened)) {
                                        act(tab, opened, then);
                                    }
                                });
    }

    private void act(TabViewModel tab, Document document, BiConsumer<Document, NotebookPage> then) {
        if (model.windows().isInFront(tab)) {
            then.accept(document, page(tab, document));
        }
    }

    // ---- back and forward

    /// Goes to where the person jumped from last.
    void back() {
        walk(trail::back);
    }

    /// Goes to where the person came back from.
    void forward() {
        walk(trail::forward);
    }

    /// What way there is.
    private interface Way {
        Optional<Stop> from(@Nullable Stop here);
    }

    /// A notebook that was closed without a file is nowhere any more.
    private void walk(Way way) {
        var here = here().orElse(null);
        var next = way.from(here);
        while (next.isPresent() && !show(next.get())) {
            next = way.from(here);
        }
    }

    private boolean show(Stop stop) {
        var tab = tab(stop);
        tab.ifPresent(
                there ->
                        whenThere(
                                there,
                                (_, page) -> {
                                    var place = stop.place();
                                    if (place == null || !place.isInText()) {
                                        page.focus();
                                    }
                                    if (place != null) {
                                        page.show(place);
                                    }
                                }));
        return tab.isPresent();
    }

    private Optional<TabViewModel> tab(Stop stop) {
        var document = stop.document();
        var open =
                document == null
                        ? Optional.<TabViewModel>empty()
                        : model.windows().activate(document, model);
        var file = stop.file();
        return open.isPresent() || file == null ? open : Optional.of(model.open(file));
    }
}
