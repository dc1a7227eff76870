package org.cellist.app.session;

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
