package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// The present connection to a terminal of a server, and who waits for the next one.
///
/// Thread-safe. Its methods block, but for [#lose] and [#end].
final class TerminalLink {

    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable TerminalSocket socket; // guarded by lock, as all below; null while broken
    private TerminalSize size;
    private boolean isOver;

    /// @param patience for what is to leave this machine
    TerminalLink(TerminalSize size, Duration patience) {
        this.size = size;
        this.patience = patience;
    }

    /// Takes a connection, tells it the size, and lets those go on who wait for it.
    void take(TerminalSocket made) throws InterruptedException {
        for (var told = size(); !isTold(made, told); ) {
            told = size();
        }
    }

    /// Tells the size; returns false if it is another one meanwhile.
    private boolean isTold(TerminalSocket made, TerminalSize told) throws InterruptedException {
        var trouble = made.tell(told, patience);
        if (trouble != null) {
            made.end(trouble);
        }
        lock.lock();
        try {
            if (isOver) {
                made.end("closed");
            }
            boolean isDone = isOver || trouble != null || size.equals(told);
            if (isDone) {
                socket = made;
                changed.signalAll();
            }
            return isDone;
        } finally {
            lock.unlock();
        }
    }

    private TerminalSize size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /// There is no connection for now.
    void lose() {
        lock.lock();
        try {
            socket = null;
        } finally {
            lock.unlock();
        }
    }

    /// There will be none any more.
    void end() {
        TerminalSocket last;
        lock.lock();
        try {
            isOver = true;
            last = socket;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.end("closed");
        }
    }

    /// Types, over the next connection if there is none. Nobody knows whether what does not leave
    /// arrived in part: it is not typed again.
    ///
    /// @throws IOException if there will be none
    void type(String typed) throws IOException, InterruptedException {
        var present = present();
        var trouble = present.type(typed, patience);
        if (trouble != null) {
            present.end(trouble);
        }
    }

    private TerminalSocket present() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (socket == null && !isOver) {
                changed.await();
            }
            var now = socket;
            if (now == null || isOver) {
                throw new IOException("the terminal has ended");
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    /// Tells another size, now or when there is a connection.
    void resize(TerminalSize wanted) throws InterruptedException {
        TerminalSocket now;
        lock.lockInterruptibly();
        try {
            size = wanted;
            now = socket;
        } finally {
            lock.unlock();
        }
        if (now != null) {
            var trouble = now.tell(wanted, patience);
            if (trouble != null) {
                now.end(trouble);
            }
        }
    }
}
