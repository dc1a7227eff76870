package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.PlaceFiles;

/// Files that a test puts there.
final class FakeDocuments implements Documents {

    final Map<Path, Opened> files = new HashMap<>();
    final List<Path> recent = new ArrayList<>();
    final List<FakeDocument> created = new ArrayList<>();
    final FakeResources resources = new FakeResources();
    final FakeTerminals terminals = new FakeTerminals();
    final List<Path> unsent = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean slow;

    FakeDocument notebook(String name) {
        var file = path(name);
        var document = new FakeDocument(file);
        files.put(file, new Opened.Ready(document));
        return document;
    }

    void refuse(String name, boolean readable) {
        var file = path(name);
        files.put(
                file,
                new Opened.Refused(
                        new Refusal(
                                file,
                                "This file is not JSON.",
                                "A notebook is a JSON file; this one ends in the middle.",
                                "Open it as text, or restore it from a copy.",
                                "line 12, column 3: unexpected end",
                                readable)));
    }

    static Path path(String name) {
        return Path.of("/notebooks", name).toAbsolutePath().normalize();
    }

    /// From now on files are read only when [#finishReading] is called.
    void readSlowly() {
        slow = true;
    }

    void finishReading() {
        slow = false;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    @Override
    public void open(Path file, Consumer<Opened> then) {
        var opened = Objects.requireNonNull(files.get(file), file::toString);
        if (slow) {
            waiting.add(() -> then.accept(opened));
        } else {
            then.accept(opened);
        }
    }

    @Override
    public FakeResources resources() {
        return resources;
    }

    @Override
    public FakeTerminals terminals() {
        return terminals;
    }

    @Override
    public PlacesFiles files() {
        return new UnsentFiles();
    }

    @Override
    public Document create() {
        var document = new FakeDocument(null);
        created.add(document);
        return document;
    }

    @Override
    public void openText(Path file, Consumer<Opened> then) {
        then.accept(new Opened.Ready(new FakeDocument(file)));
    }

    @Override
    public List<Path> recent() {
        return List.copyOf(recent);
    }

    /// Places without files, but for the copies that were left.
    private final class UnsentFiles implements PlacesFiles {

        @Override
        public List<Place> places() {
            return NONE.places();
        }

        @Override
        public PlaceFiles at(Place place) {
            return NONE.at(place);
        }

        @Override
        public AwayCopies.Fetch begin(Place place, String path)
                throws FilesException, InterruptedException {
            return NONE.begin(place, path);
        }

        @Override
        public void fetched(AwayCopies.Fetch fetch) throws FilesException, InterruptedException {
            NONE.fetched(fetch);
        }

        @Override
        public List<Path> unsent() {
            return List.copyOf(unsent);
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }

        @Override
        public Executor fx() {
            return Runnable::run;
        }
    }
}
