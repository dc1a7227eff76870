package org.cellist.app.environment;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// An environment that is being made. Whatever goes wrong, and after [#cancel], its folder is
/// removed again; one that was there before is left as it is, and nothing is run.
///
/// Thread-safe. The listener is called on virtual threads, one call after the other.
public final class EnvironmentMaking {

    /// What still ends may write into a folder that is being removed.
    private static final int MOST_REMOVALS = 5;

    private final EnvironmentOrder order;
    private final Listener listener;
    private final AtomicBoolean isCancelled = new AtomicBoolean();
    private volatile @Nullable RecipeRun run;

    private EnvironmentMaking(EnvironmentOrder order, Listener listener) {
        this.order = order;
        this.listener = listener;
    }

    /// Begins to make it.
    public static EnvironmentMaking start(EnvironmentOrder order, Listener listener) {
        var making = new EnvironmentMaking(order, listener);
        Thread.ofVirtual().name("environment").start(making::begin);
        return making;
    }

    /// Ends what runs, with all that it started, and removes the folder; reports `cancelled` then.
    public void cancel() {
        isCancelled.set(true);
        var running = run;
        if (running != null) {
            running.cancel();
        }
    }

    private void begin() {
        var problem = claim();
        if (problem != null) {
            listener.failed(problem);
            return;
        }
        var started = RecipeRun.start(order.commands(), new Follower());
        run = started;
        if (isCancelled.get()) {
            started.cancel(); // it came before there was anything to end
        }
    }

    /// Whoever makes the folder owns it: between a look and the first command another could.
    private @Nullable InstallProblem claim() {
        var folder = order.folder();
        try {
            var parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (order.takesEmptyFolder()) {
                Files.createDirectory(folder);
            } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
            return null;
        } catch (FileAlreadyExistsException e) {
            return new InstallProblem(InstallProblem.Kind.FOLDER_TAKEN, folder.toString(), "");
        } catch (IOException e) {
            return InstallProblem.ofSystem(folder, e);
        }
    }

    private void remove() {
        for (int i = 0; i < MOST_REMOVALS && Files.exists(order.folder()); i++) {
            removeOnce();
        }
    }

    /// Links are removed, not followed. What cannot be removed stays, and its folder with it.
    private void removeOnce() {
        try {
            Files.walkFileTree(order.folder(), new Removal());
        } catch (IOException _) {
            return; // the next turn, or the person, sees what is left
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private final class Follower implements RecipeRun.Listener {

        @Override
        public void begins(int step, List<String> command) {
            listener.step(step, command);
        }

        @Override
        public void line(String text) {
            listener.line(text);
        }

        @Override
        public void succeeded() {
            listener.made(order);
        }

        @Override
        public void failed(String lastWords) {
            remove();
            if (isCancelled.get()) {
                listener.cancelled();
            } else {
                listener.failed(InstallProblem.of(lastWords));
            }
        }
    }

    /// Follows the making.
    public interface Listener {

        /// A command is started.
        ///
        /// @param step its place among the order's commands, from 0
        void step(int step, List<String> command);

        /// One more line of output.
        void line(String text);

        void made(EnvironmentOrder order);

        /// It did not work, and nothing of it is left.
        void failed(InstallProblem problem);

        /// A person gave it up, and nothing of it is left.
        void cancelled();
    }
}
