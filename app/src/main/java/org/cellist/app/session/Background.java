package org.cellist.app.session;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that may wait, on a virtual thread of its own. Stateless.
final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private Background() {}

    /// One piece of work. An interrupt gives it up.
    interface Step {
        void run() throws InterruptedException;
    }

    /// Asks what takes time.
    ///
    /// @param then told the answer on the owner
    static <T> void ask(String name, Supplier<T> question, Executor owner, Consumer<T> then) {
        start(
                name,
                () -> {
                    var answer = question.get();
                    owner.execute(() -> then.accept(answer));
                });
    }

    static void start(String name, Step step) {
        Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            try {
                                step.run();
                            } catch (InterruptedException _) {
                                LOG.debug("{} was given up", name);
                            }
                        });
    }
}
