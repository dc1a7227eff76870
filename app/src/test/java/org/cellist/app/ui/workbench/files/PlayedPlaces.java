package org.cellist.app.ui.workbench.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.session.away.Origin;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.files.FileEntry;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.SshHost;
import org.jspecify.annotations.Nullable;

/// This machine and one that is reached over SSH, both as folders of this disk. A test can make
/// reading wait and the machine fail.
///
/// Thread-safe.
final class PlayedPlaces implements PlacesFiles {

    static final Place HERE = new Place.Here();
    static final Place BOX = new Place.OnHost(SshHost.parse("gpu-box").orElseThrow());

    private final PlaceFiles disk = new KernelBridge(null, ConsentStore.NOTHING).files();
    private final Map<Place, Path> homes;
    private final AwayCopies copies;
    private final Executor fx;

    /// Listing a folder waits for it; null for no waiting.
    volatile @Nullable CountDownLatch listing;

    /// Reading on behind the first bytes waits for it; null for no waiting.
    volatile @Nullable CountDownLatch reading;

    volatile boolean isBoxGone;

    /// How much is done in the background; what has ended has told the JavaFX thread.
    final AtomicInteger underWay = new AtomicInteger();

    PlayedPlaces(Path here, Path box, Path copies, Executor fx) {
        this.fx = fx;
        this.copies = new AwayCopies(copies);
        homes = Map.of(HERE, here, BOX, box);
    }

    /// Nothing waits any more.
    void letAllGo() {
        for (var latch : new CountDownLatch[] {listing, reading}) {
            if (latch != null) {
                latch.countDown();
            }
        }
    }

    @Override
    public List<Place> places() {
        return List.of(HERE, BOX);
    }

    /// Another one each time, as of real places.
    @Override
    public PlaceFiles at(Place place) {
        return new Folder(Objects.requireNonNull(homes.get(place)), place.equals(BOX));
    }

    @Override
    public AwayCopies.Fetch begin(Place place, String path)
            throws FilesException, InterruptedException {
        try {
            return copies.begin(new Origin(place.toString(), path), at(place), at(HERE));
        } catch (FilesException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void fetched(AwayCopies.Fetch fetch) throws FilesException, InterruptedException {
        try {
            copies.fetched(fetch, at(HERE));
        } catch (FilesException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<Path> unsent() {
        return List.of();
    }

    @Override
    public Executor background() {
        return task -> {
            underWay.incrementAndGet();
            Thread.ofVirtual()
                    .start(
                            () -> {
                                task.run();
                                underWay.decrementAndGet();
                            });
        };
    }

    @Override
    public Executor fx() {
        return fx;
    }

    private static void await(@Nullable CountDownLatch latch) throws InterruptedException {
        if (latch != null) {
            latch.await();
        }
    }

    private final class Folder implements PlaceFiles {

        private final Path home;
        private final boolean isBox;

        Folder(Path home, boolean isBox) {
            this.home = home;
            this.isBox = isBox;
        }

        private void check() throws FilesException {
            if (isBox && isBoxGone) {
                throw new FilesException(
                        new FilesProblem.OfHost(new HostProblem.Refused("gpu-box:22")));
            }
        }

        @Override
        public String home() throws FilesException {
            check();
            return home.toString();
        }

        @Override
        public List<FileEntry> list(String folder) throws FilesException, InterruptedException {
            if (isBox) {
                await(listing);
            }
            check();
            return disk.list(folder);
        }

        @Override
        public FileEntry look(String path) throws FilesException, InterruptedException {
            check();
            return disk.look(path);
        }

        @Override
        public void makeFolder(String path) throws FilesException, InterruptedException {
            check();
            disk.makeFolder(path);
        }

        @Override
        public void rename(String from, String to) throws FilesException, InterruptedException {
            check();
            disk.rename(from, to);
        }

        @Override
        public void replace(String from, String to) throws FilesException, InterruptedException {
            check();
            disk.replace(from, to);
        }

        @Override
        public void delete(FileEntry entry) throws FilesException {
            check();
            try (var all = Files.walk(Path.of(entry.path()))) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Removal removal() {
            return isBox ? Removal.FOREVER : Removal.TRASH;
        }

        @Override
        public InputStream read(String path, long from)
                throws FilesException, InterruptedException {
            check();
            return new FilterInputStream(disk.read(path, from)) {
                private long done = from;

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    try {
                        if (done > 0) {
                            await(reading);
                        }
                    } catch (InterruptedException _) {
                        throw new InterruptedIOException();
                    }
                    check();
                    int size = super.read(into, offset, Math.min(length, 1000));
                    done += Math.max(0, size);
                    return size;
                }
            };
        }

        @Override
        public OutputStream write(String path, long size)
                throws FilesException, InterruptedException {
            check();
            return disk.write(path, size);
        }
    }
}
