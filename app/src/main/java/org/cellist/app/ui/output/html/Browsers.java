package org.cellist.app.ui.output.html;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the number of live WebViews small: each takes tens of megabytes. The one that has been
/// live longest becomes a picture of itself.
///
/// Confined to the JavaFX Application Thread.
public final class Browsers implements AutoCloseable {

    /// How many are live at most.
    public static final int MOST_LIVE = 6;

    private static final int MOST_HEIGHTS = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(Browsers.class);

    private final Deque<BrowserView> live = new ArrayDeque<>();
    private final SequencedMap<Long, Double> heights = new LinkedHashMap<>();
    private @Nullable Path folder;

    /// Returns how high a page was when it was shown before; 0 for one that was not.
    double knownHeight(String html) {
        return heights.getOrDefault(key(html), 0.0);
    }

    void remember(String html, double height) {
        heights.put(key(html), height);
        while (heights.size() > MOST_HEIGHTS) {
            heights.pollFirstEntry();
        }
    }

    /// Two pages that share a key share a guess, and no harm is done.
    private static long key(String html) {
        return ((long) html.length() << 32) | (html.hashCode() & 0xffff_ffffL);
    }

    /// A view is about to make its WebView.
    void enter(BrowserView view) {
        while (live.size() >= MOST_LIVE) {
            live.removeFirst().freeze();
        }
        live.addLast(view);
    }

    /// A view has let its WebView go.
    void leave(BrowserView view) {
        live.remove(view);
    }

    /// Returns the folder in which WebView wants to keep data of pages. It stays empty: there are
    /// no scripts to store anything. It is a new one for each run, and goes with it.
    @Nullable File folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("cellist-pages");
            } catch (IOException e) {
                LOG.warn("No folder for pages", e);
            }
        }
        return folder == null ? null : folder.toFile();
    }

    /// Lets all go and deletes what they left on the disk.
    @Override
    public void close() {
        for (var view : live.toArray(BrowserView[]::new)) {
            view.parked();
        }
        if (folder != null) {
            delete(folder.toFile());
        }
    }

    private static void delete(File file) {
        var inside = file.listFiles();
        if (inside != null) {
            for (var each : inside) {
                delete(each);
            }
        }
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
