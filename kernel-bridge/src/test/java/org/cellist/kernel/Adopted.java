package org.cellist.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.client.Execution;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;

/// Adopts every run of an earlier client, and records it. Thread-safe.
final class Adopted implements RunAdopter {

    private final BlockingQueue<RecordedRun> runs = new LinkedBlockingQueue<>();

    @Override
    public ExecutionListener adopt(Execution run, Message<IopubContent> input) {
        var adopted = RecordedRun.adopted(run);
        runs.add(adopted);
        return adopted;
    }

    RecordedRun next() throws InterruptedException {
        var run = runs.poll(2, TimeUnit.MINUTES);
        if (run == null) {
            throw new AssertionError("no run was adopted");
        }
        return run;
    }
}
