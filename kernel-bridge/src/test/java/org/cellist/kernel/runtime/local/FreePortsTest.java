package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.cellist.kernel.channel.ConnectionInfo;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void noTwoKernelsGetTheSamePort() throws Exception {
        var ports = new FreePorts();
        var seen = new HashSet<Integer>();

        for (int i = 0; i < 50; i++) {
            seen.addAll(numbers(ports.take(false)));
        }

        assertEquals(250, seen.size());
    }

    @Test
    void noPortIsOneThatASystemGivesToConnections() throws Exception {
        var ports = new FreePorts();

        for (int i = 0; i < 50; i++) {
            assertTrue(numbers(ports.take(false)).stream().allMatch(port -> port < 32_768));
        }
    }

    @Test
    void everyKeyIsNewAndLong() throws Exception {
        var ports = new FreePorts();

        var first = ports.take(false).key();

        assertEquals(64, first.length());
        assertNotEquals(first, ports.take(false).key());
    }

    private static List<Integer> numbers(ConnectionInfo connection) {
        return List.of(
                connection.shellPort(),
                connection.iopubPort(),
                connection.stdinPort(),
                connection.controlPort(),
                connection.heartbeatPort());
    }
}
