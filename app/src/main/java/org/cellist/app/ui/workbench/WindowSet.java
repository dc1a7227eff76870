package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.page.PageSite;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.split.Place;
import org.jspecify.annotations.Nullable;

/// The windows of the program, and what they share: the documents, the pages of all tabs and the
/// files used last. A tab is in one window at a time.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class WindowSet {

    private final Documents documents;
    private final PageShelf pages = new PageShelf(Site::new);
    private final List<WorkbenchViewModel> windows = new ArrayList<>(); // the one used last first
    private final ReadOnlyObjectWrapper<List<Path>> recent;
    private @Nullable Screen screen;

    public WindowSet(Documents documents) {
        this.documents = documents;
        this.recent = new ReadOnlyObjectWrapper<>(documents.recent());
    }

    /// What the set asks of the system's windows.
    public interface Screen {

        /// Shows a new window.
        ///
        /// @param pointer where a tab was let go that it shows, in pixels of the screen; null for
        ///     any place
        void show(WorkbenchViewModel window, @Nullable Point2D pointer);

        void toFront(WorkbenchViewModel window);

        /// Closes the tabs of a window, asking where something would be lost, and takes it away
        /// when it has none any more.
        ///
        /// @param then runs when it is gone
        void close(WorkbenchViewModel window, Runnable then);
    }

    /// Sets who shows windows.
    public void setScreen(Screen screen) {
        this.screen = screen;
    }

    /// Adds a window without tabs.
    public WorkbenchViewModel add() {
        var window = new WorkbenchViewModel(this);
        windows.addFirst(window);
        return window;
    }

    /// Opens in a window the files of other machines whose edits an earlier program could not send,
    /// behind what is in front: once open, they are sent.
    public void openUnsent(WorkbenchViewModel window) {
        window.tools()
                .files()
                .lookForUnsent(
                        unsent -> {
                            var front = window.activeProperty().get();
                            window.open(unsent);
                            if (front != null) {
                                window.activate(front);
                            }
                        });
    }

    /// Puts a window's model in place of the one before.
    void replace(WorkbenchViewModel before, WorkbenchViewModel heir) {
        windows.set(windows.indexOf(before), heir);
    }

    /// Closes a window as its person does.
    void close(WorkbenchViewModel window) {
        if (screen != null) {
            screen.close(window, () -> {});
        }
    }

    /// Closes one window after the other, until all are gone or a person keeps one.
    void closeAll() {
        if (screen != null && !windows.isEmpty()) {
            screen.close(windows.getFirst(), this::closeAll);
        }
    }

    /// Says that a person uses this window now.
    public void used(WorkbenchViewModel window) {
        if (windows.remove(window)) {
            windows.addFirst(window);
        }
    }

    /// Forgets a window that was closed.
    public void remove(WorkbenchViewModel window) {
        windows.remove(window);
    }

    /// Returns the windows, the one used last first.
    public List<WorkbenchViewModel> windows() {
        return List.copyOf(windows);
    }

    /// Closes all pages, when no view shows one: another language has others.
    public void closePages() {
        pages.clear();
    }

    Documents documents() {
        return documents;
    }

    PageShelf pages() {
        return pages;
    }

    ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    void refreshRecent() {
        recent.set(documents.recent());
    }

    /// Returns the tabs of all windows, those of the one used last first.
    List<TabViewModel> tabs() {
        return windows.stream().flatMap(window -> window.tabs().stream()).toList();
    }

    /// Returns whether the keys of its window go to that tab.
    boolean isInFront(TabViewModel tab) {
        return windows.stream().anyMatch(window -> tab.equals(window.activeProperty().get()));
    }

    private Optional<WorkbenchViewModel> windowOf(TabViewModel tab) {
        return windows.stream().filter(window -> window.tabs().contains(tab)).findFirst();
    }

    /// Brings the tab of a file to the front, and its window.
    ///
    /// @param preferred the window whose tab it is if several have one
    /// @return the tab, if the file is open
    Optional<TabViewModel> activate(Path file, WorkbenchViewModel preferred) {
        return activate(tab -> Objects.equals(tab.file(), file), preferred);
    }

    /// Brings a tab of a document to the front in the same way.
    Optional<TabViewModel> activate(Document document, WorkbenchViewModel preferred) {
        return activate(tab -> tab.document().filter(document::equals).isPresent(), preferred);
    }

    private Optional<TabViewModel> activate(
            Predicate<TabViewModel> wanted, WorkbenchViewModel preferred) {
        var order = new ArrayList<>(windows);
        order.remove(preferred);
        order.addFirst(preferred);
        for (var window : order) {
            var tab = window.tabsFromFront().stream().filter(wanted).findFirst();
            if (tab.isPresent()) {
                window.activate(tab.get());
                if (screen != null && !window.equals(preferred)) {
                    screen.toFront(window);
                }
                return tab;
            }
        }
        return Optional.empty();
    }

    /// Returns the notebooks that are open, as they are in the windows, by their files.
    Map<Path, Notebook> notebooks() {
        var open = new HashMap<Path, Notebook>();
        for (var tab : tabs()) {
            var file = tab.file();
            if (file != null) {
                tab.document()
                        .filter(Document::isNotebook)
                        .ifPresent(document -> open.put(file, document.notebook()));
            }
        }
        return open;
    }

    /// Puts a tab of any window to a place of one. A window that has none left then closes.
    void put(TabViewModel tab, WorkbenchViewModel window, Place<TabGroup> place) {
        var from = windowOf(tab).orElse(window);
        if (from.equals(window)) {
            window.put(tab, place);
            return;
        }
        from.release(tab);
        window.take(tab, place);
        if (screen != null) {
            screen.toFront(window);
            if (from.tabs().isEmpty()) {
                screen.close(from, () -> {});
            }
        }
    }

    /// Returns whether a tab shares its window with another, which it can leave.
    boolean canLeave(TabViewModel tab) {
        return screen != null
                && windowOf(tab).filter(window -> window.tabs().size() > 1).isPresent();
    }

    /// Returns whether a tab is the only one of its window.
    boolean isAlone(TabViewModel tab) {
        return windowOf(tab).filter(window -> window.tabs().size() == 1).isPresent();
    }

    /// Puts a tab into a window of its own; nothing if it has one.
    ///
    /// @param pointer where it was let go, in pixels of the screen; null for any place
    void putAlone(TabViewModel tab, @Nullable Point2D pointer) {
        if (screen == null || !canLeave(tab)) {
            return;
        }
        windowOf(tab).ifPresent(from -> from.release(tab));
        var window = add();
        window.take(tab, new Place.Among<>(window.focusedProperty().get(), 0));
        screen.show(window, pointer);
    }

    /// The window that shows a tab, as its page sees it.
    private final class Site implements PageSite {

        private final TabViewModel tab;

        Site(TabViewModel tab) {
            this.tab = tab;
        }

        @Override
        public void leave() {
            inFront().ifPresent(window -> window.jumps().leave());
        }

        @Override
        public void open(Path file, int line, int column) {
            inFront().ifPresent(window -> window.jumps().open(file, line, column));
        }

        @Override
        public void showScratch() {
            inFront().ifPresent(window -> window.jumps().showScratch());
        }

        private Optional<WorkbenchViewModel> inFront() {
            return windowOf(tab).filter(window -> tab.equals(window.activeProperty().get()));
        }
    }
}
