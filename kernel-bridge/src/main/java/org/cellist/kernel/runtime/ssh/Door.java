package org.cellist.kernel.runtime.ssh;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.ssh.SshConnection.FullException;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// The way into one machine: a connection that all shares which happens there, and a further one
/// where the machine allows no more programs over those that there are.
///
/// The machine's files are reached over one channel that stays open, and gives way where a program
/// needs its place.
///
/// Thread-safe. [#begin], [#terminal] and [#files] block; whoever comes while a connection is being
/// made waits for it.
final class Door implements AutoCloseable {

    private final SshPlaces places;
    private final SshHost host;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<SshConnection> connections =
            new CopyOnWriteArrayList<>(); // changed under the lock
    private final ReentrantLock filesLock = new ReentrantLock();
    private volatile @Nullable Files files; // set under its lock
    private volatile @Nullable HostTalk lesser;

    Door(SshPlaces places, SshHost host) {
        this.places = places;
        this.host = host;
    }

    /// Gives an order over a connection that takes one more; makes one if none does.
    ///
    /// @param patience until our program there runs
    /// @throws HostException also if a further connection would be needed and cannot be made
    HostTalk begin(JsonObject order, HostQuestions questions, Duration patience)
            throws HostException, InterruptedException {
        return through(questions, way -> HostTalk.begin(way, order, patience));
    }

    /// Gives an order over a connection that is there and takes one more; makes none, and nobody
    /// is asked anything. The conversation ends when its place is needed. Of those that were begun
    /// so, the newest gives way.
    ///
    /// @param patience until our program there runs
    HostTalk beginLesser(JsonObject order, Duration patience)
            throws HostException, InterruptedException {
        boolean isFull = false;
        for (var way : connections) {
            try {
                if (way.isOpen()) {
                    var talk = HostTalk.begin(way, order, patience);
                    lesser = talk;
                    return talk;
                }
            } catch (FullException _) {
                isFull = true;
            }
        }
        throw new HostException(isFull ? new HostProblem.Full() : new HostProblem.Asks());
    }

    /// Starts the login shell in a terminal, over a connection that takes one more program.
    ///
    /// @throws HostException also if a further connection would be needed and cannot be made
    SshTerminal terminal(TerminalSize size, HostQuestions questions)
            throws HostException, InterruptedException {
        return through(questions, way -> new SshTerminal(way, way.shell(size)));
    }

    private record Files(SshConnection way, SftpChannel channel) {}

    /// Takes part in the channel for the machine's files, which is made if there is none. To be
    /// left.
    ///
    /// @throws HostException also if a further connection would be needed and cannot be made, or
    ///     [SftpChannel.NotOfferedException] if the machine has no SFTP
    SftpChannel files() throws HostException, InterruptedException {
        filesLock.lockInterruptibly();
        try {
            var now = files;
            if (now != null && now.channel().enter()) {
                return now.channel();
            }
            var made = through(HostQuestions.NOBODY, way -> new Files(way, way.files()));
            files = made;
            return made.channel();
        } finally {
            filesLock.unlock();
        }
    }

    private interface Entry<T> {
        T by(SshConnection way) throws HostException, FullException, InterruptedException;
    }

    private <T> T through(HostQuestions questions, Entry<T> entry)
            throws HostException, InterruptedException {
        int place = 0;
        while (true) {
            var way = way(place, questions);
            try {
                return entry.by(way.connection());
            } catch (FullException _) {
                if (lesserGivesWay(way.connection()) || filesGiveWay(way.connection())) {
                    continue;
                }
                if (way.isNew()) {
                    throw new HostException(new HostProblem.Full());
                }
                place++;
            } catch (HostException e) {
                if (way.isNew() || way.connection().isOpen()) {
                    throw e;
                } // it had broken, and nobody knew
            }
        }
    }

    private boolean lesserGivesWay(SshConnection way) {
        var now = lesser;
        boolean isIt = now != null && now.connection().equals(way);
        if (now != null && isIt) {
            lesser = null;
            now.close();
            now.awaitEnd();
        }
        return isIt;
    }

    private boolean filesGiveWay(SshConnection way) {
        var now = files;
        return now != null && now.way().equals(way) && now.channel().giveWay();
    }

    private record Way(SshConnection connection, boolean isNew) {}

    private Way way(int place, HostQuestions questions) throws HostException, InterruptedException {
        lock.lockInterruptibly();
        try {
            connections.stream().filter(it -> !it.isOpen()).forEach(SshConnection::close);
            connections.removeIf(it -> !it.isOpen());
            if (place < connections.size()) {
                return new Way(connections.get(place), false);
            }
            var made = open(questions);
            connections.add(made);
            return new Way(made, true);
        } finally {
            lock.unlock();
        }
    }

    private SshConnection open(HostQuestions questions) throws HostException, InterruptedException {
        try {
            return SshConnection.open(places, host, questions);
        } catch (HostException e) {
            boolean isFurther = !connections.isEmpty();
            throw isFurther ? new HostException(new HostProblem.Full()) : e;
        }
    }

    /// Returns whether somebody is in. Does not block, also while a connection is being made.
    boolean isOpen() {
        return connections.stream().anyMatch(SshConnection::isOpen);
    }

    /// Ends all connections; kernels run on.
    @Override
    public void close() {
        lock.lock();
        try {
            connections.forEach(SshConnection::close);
            connections.clear();
        } finally {
            lock.unlock();
        }
    }
}
