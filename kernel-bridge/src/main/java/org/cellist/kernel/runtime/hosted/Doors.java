package org.cellist.kernel.runtime.hosted;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cellist.kernel.runtime.host.HostAddress;

/// The ways into all hosts of one kind.
///
/// @param <A> what names them
/// @param <C> how they are reached
///
/// Thread-safe.
public final class Doors<A extends HostAddress, C extends HostConnection> implements AutoCloseable {

    private final Door.Opening<A, C> opening;
    private final Map<A, Door<C>> doors = new ConcurrentHashMap<>();

    /// Knows no host yet.
    ///
    /// @param opening makes a connection
    public Doors(Door.Opening<A, C> opening) {
        this.opening = opening;
    }

    /// Returns the way into a host. Does not block; connects when something is asked.
    public Door<C> door(A host) {
        return doors.computeIfAbsent(
                host, it -> new Door<>(questions -> opening.open(it, questions)));
    }

    boolean isOpen(A host) {
        var door = doors.get(host);
        return door != null && door.isOpen();
    }

    void forget(A host) {
        var door = doors.remove(host);
        if (door != null) {
            door.close();
        }
    }

    @Override
    public void close() {
        doors.values().forEach(Door::close);
    }
}
