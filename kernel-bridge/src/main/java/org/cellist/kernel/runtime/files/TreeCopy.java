package org.cellist.kernel.runtime.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Copies a file, or a folder with all that is in it, from one place to another. What was cut off
/// goes on when it is run again: files that are there are left alone, and the one in between goes
/// on from its part.
///
/// What another machine says is not trusted to name only what it has: a name that could lead out of
/// the target is left out. So are links to folders, since they may lead round in circles, and what
/// is neither file nor folder; links to files come as these files.
///
/// Confined to one thread at a time.
public final class TreeCopy {

    private final FileCopy copy;
    private final String source;
    private final String target;
    private final boolean replaces;
    private final Set<String> finished = new HashSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private long total;
    private long done;
    private @Nullable Pair current; // begun and not finished

    /// Copies nothing yet.
    ///
    /// @param source a file or folder
    /// @param target its path at the other place, in a folder that is there
    /// @param replaces whether files of the same names give way; folders are filled up
    public TreeCopy(FileCopy copy, String source, String target, boolean replaces) {
        this.copy = copy;
        this.source = source;
        this.target = target;
        this.replaces = replaces;
    }

    /// Copies what is not there yet.
    ///
    /// @param progress in bytes of all files together
    public void run(FileCopy.Progress progress) throws FilesException, InterruptedException {
        leftOut.clear();
        done = 0;
        var root = copy.from().look(source);
        if (root.isFolder()) {
            checkIsElsewhere();
        }
        if (!PlacePaths.isName(PlacePaths.name(target))) {
            throw new FilesException(new FilesProblem.BadName(target));
        }
        var files = new ArrayList<Pair>();
        total = 0;
        gather(root, target, files);
        progress.at(0, total);
        for (var file : files) {
            if (finished.contains(file.to())) {
                done += size(file);
            } else {
                long before = done;
                current = file;
                copy.copy(
                        file.from().path(),
                        file.to(),
                        replaces,
                        (at, _) -> progress.at(before + at, total));
                finished.add(file.to());
                current = null;
                done = before + size(file);
            }
            progress.at(done, total);
        }
    }

    private record Pair(FileEntry from, String to) {}

    private static long size(Pair file) {
        return Math.max(0, file.from().size());
    }

    /// Folders are made on the way, so that empty ones come along.
    private void gather(FileEntry entry, String to, List<Pair> files)
            throws FilesException, InterruptedException {
        switch (entry.kind()) {
            case FILE -> {
                files.add(new Pair(entry, to));
                total += Math.max(0, entry.size());
            }
            case FOLDER -> {
                makeFolder(to);
                for (var each : copy.from().list(entry.path())) {
                    if ((each.isLink() && each.isFolder()) || !PlacePaths.isName(each.name())) {
                        leftOut.add(each.path());
                    } else {
                        gather(each, PlacePaths.child(to, each.name()), files);
                    }
                }
            }
            case OTHER -> leftOut.add(entry.path());
        }
    }

    private void makeFolder(String path) throws FilesException, InterruptedException {
        try {
            copy.to().makeFolder(path);
        } catch (FilesException e) {
            boolean isThere =
                    e.problem() instanceof FilesProblem.Exists && copy.to().look(path).isFolder();
            if (!isThere) {
                throw e;
            }
        }
    }

    private void checkIsElsewhere() throws FilesException {
        boolean isInside = copy.from().equals(copy.to()) && PlacePaths.isWithin(target, source);
        if (isInside) {
            throw new FilesException(new FilesProblem.IntoItself(source));
        }
    }

    /// Deletes what is there of a file that was cut off; whole files stay.
    public void discard() throws FilesException, InterruptedException {
        var begun = current;
        if (begun != null) {
            copy.discard(begun.from().path(), begun.to());
        }
    }

    /// Returns what the last run left out.
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }
}
