package org.cellist.kernel.runtime.hosted;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// The way into one host: a connection that all shares which happens there, and a further one
/// where the host allows no more programs over those that there are.
///
/// @param <C> how it is reached
///
/// Thread-safe. What goes through it blocks; whoever comes while a connection is being made waits
/// for it.
public final class Door<C extends HostConnection> implements AutoCloseable {

    private final Knock<C> knock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<C> connections = new CopyOnWriteArrayList<>(); // changed under the lock
    private volatile @Nullable HostTalk lesser;

    /// Makes a connection to a host.
    public interface Opening<A extends HostAddress, C extends HostConnection> {

        /// Blocks as long as a person thinks about the host's questions.
        C open(A host, HostQuestions questions) throws HostException, InterruptedException;
    }

    interface Knock<C> {
        C open(HostQuestions questions) throws HostException, InterruptedException;
    }

    Door(Knock<C> knock) {
        this.knock = knock;
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

    /// Starts a shell in a terminal, over a connection that takes one more program.
    ///
    /// @param folder where it begins, if that is there; empty for the person's home
    /// @throws HostException also if a further connection would be needed and cannot be made
    Terminal terminal(String folder, TerminalSize size, HostQuestions questions)
            throws HostException, InterruptedException {
        return through(questions, way -> way.terminal(folder, size));
    }

    /// What is done over a connection.
    public interface Entry<C, T> {

        /// Does it.
        ///
        /// @throws FullException if it is to be done over another one
        T by(C way) throws HostException, FullException, InterruptedException;
    }

    /// Does something over a connection that takes one more; makes one if none does.
    ///
    /// @throws HostException also if a further connection would be needed and cannot be made
    public <T> T through(HostQuestions questions, Entry<C, T> entry)
            throws HostException, InterruptedException {
        int place = 0;
        while (true) {
            var way = way(place, questions);
            try {
                return entry.by(way.connection());
            } catch (FullException _) {
                if (lesserGivesWay(way.connection()) || way.connection().makeRoom()) {
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

    private boolean lesserGivesWay(C way) {
        var now = lesser;
        boolean isIt = now != null && now.connection().equals(way);
        if (now != null && isIt) {
            lesser = null;
            now.close();
            now.awaitEnd();
        }
        return isIt;
    }

    private record Way<C>(C connection, boolean isNew) {}

    private Way<C> way(int place, HostQuestions questions)
            throws HostException, InterruptedException {
        lock.lockInterruptibly();
        try {
            connections.stream().filter(it -> !it.isOpen()).forEach(HostConnection::close);
            connections.removeIf(it -> !it.isOpen());
            if (place < connections.size()) {
                return new Way<>(connections.get(place), false);
            }
            var made = open(questions);
            connections.add(made);
            return new Way<>(made, true);
        } finally {
            lock.unlock();
        }
    }

    private C open(HostQuestions questions) throws HostException, InterruptedException {
        try {
            return knock.open(questions);
        } catch (HostException e) {
            boolean isFurther = !connections.isEmpty();
            throw isFurther ? new HostException(new HostProblem.Full()) : e;
        }
    }

    /// Returns whether somebody is in. Does not block, also while a connection is being made.
    boolean isOpen() {
        return connections.stream().anyMatch(HostConnection::isOpen);
    }

    /// Ends all connections; kernels run on.
    @Override
    public void close() {
        lock.lock();
        try {
            connections.forEach(HostConnection::close);
            connections.clear();
        } finally {
            lock.unlock();
        }
    }
}
