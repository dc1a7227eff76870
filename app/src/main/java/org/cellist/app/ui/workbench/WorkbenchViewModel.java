package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.port.Documents.Opened;
import org.jspecify.annotations.Nullable;

/// The tabs of the window, and opening and choosing among them. [Saving] closes and saves.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class WorkbenchViewModel {

    private final Documents documents;
    private final ObservableList<TabViewModel> tabs = FXCollections.observableArrayList();
    // A field, because such a list hears of changes only as long as something holds it.
    private final ObservableList<TabViewModel> shown =
            FXCollections.unmodifiableObservableList(tabs);
    private final ReadOnlyObjectWrapper<@Nullable TabViewModel> active =
            new ReadOnlyObjectWrapper<>();

    private final ReadOnlyObjectWrapper<List<Path>> recent;

    public WorkbenchViewModel(Documents documents) {
        this.documents = documents;
        this.recent = new ReadOnlyObjectWrapper<>(documents.recent());
    }

    /// Takes the tabs over into a new model for another view, and leaves this one without any.
    public WorkbenchViewModel handOver() {
        var heir = new WorkbenchViewModel(documents);
        var front = active.get();
        active.set(null);
        heir.tabs.setAll(tabs);
        tabs.clear();
        heir.active.set(front);
        return heir;
    }

    public ObservableList<TabViewModel> tabs() {
        return shown;
    }

    /// The tab in front, null when there is none.
    public ReadOnlyObjectProperty<@Nullable TabViewModel> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// The document in front.
    public Optional<Document> activeDocument() {
        return Optional.ofNullable(active.get()).flatMap(TabViewModel::document);
    }

    /// The files opened and saved last, the newest first.
    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /// Looks which files were opened and saved last.
    void refreshRecent() {
        recent.set(documents.recent());
    }

    public void activate(TabViewModel tab) {
        active.set(tab);
    }

    /// Goes so many tabs to the right, around the end.
    public void activateNext(int places) {
        var current = active.get();
        if (current != null) {
            int index = tabs.indexOf(current) + places;
            active.set(tabs.get(Math.floorMod(index, tabs.size())));
        }
    }

    /// Opens each file in a tab of its own and shows the last; one that is open is shown again.
    public void open(List<Path> files) {
        for (var file : files) {
            open(file.toAbsolutePath().normalize());
        }
    }

    /// Opens a new, empty notebook.
    public void create() {
        add(new TabViewModel(new Content.Open(documents.create())));
    }

    /// Tries a file again whose tab shows why it was refused.
    public void retry(TabViewModel tab) {
        var file = tab.file();
        if (file != null) {
            tab.set(new Content.Loading(file));
            read(tab, file);
        }
    }

    /// Shows a refused file as text.
    public void openAsText(TabViewModel tab) {
        var file = tab.file();
        if (file != null) {
            tab.set(new Content.Loading(file));
            documents.openText(file, opened -> show(tab, opened));
        }
    }

    /// Takes a tab away and ends its document, without asking.
    void remove(TabViewModel tab) {
        int index = tabs.indexOf(tab);
        if (index < 0) {
            return;
        }
        boolean wasActive = tab.equals(active.get());
        tabs.remove(tab);
        if (wasActive) {
            active.set(tabs.isEmpty() ? null : tabs.get(Math.min(index, tabs.size() - 1)));
        }
        tab.close();
    }

    private void open(Path file) {
        var already = tabs.stream().filter(tab -> Objects.equals(tab.file(), file)).findFirst();
        if (already.isPresent()) {
            activate(already.get());
            return;
        }
        var tab = new TabViewModel(new Content.Loading(file));
        add(tab);
        read(tab, file);
    }

    private void read(TabViewModel tab, Path file) {
        documents.open(file, opened -> show(tab, opened));
    }

    private void show(TabViewModel tab, Opened opened) {
        boolean closedMeanwhile = !tabs.contains(tab);
        switch (opened) {
            case Opened.Ready(var document) -> {
                if (closedMeanwhile) {
                    document.close();
                } else {
                    tab.set(new Content.Open(document));
                }
            }
            case Opened.Refused(var refusal) -> tab.set(new Content.Refused(refusal));
        }
        refreshRecent();
    }

    private void add(TabViewModel tab) {
        tabs.add(tab);
        active.set(tab);
    }
}
