package org.cellist.kernel.client;

import org.cellist.kernel.channel.FakeChannels;

/// Clients of kernels that a test plays. Stateless.
public final class FakeClients {

    private FakeClients() {}

    /// Returns a client for which time passes when the test says so.
    public static KernelClient of(FakeChannels kernel) {
        return new KernelClient(kernel, "fake", RunAdopter.NOBODY, kernel::nanoTime);
    }
}
