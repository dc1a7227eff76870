package org.cellist.kernel.keeper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.recording.Packets;
import org.cellist.kernel.recording.RecordKind;

/// Sends a log to a client: what is in it, a mark, and what is added, until the client goes or the
/// kernel has ended.
///
/// Confined to its client's thread.
final class LogStream {

    private static final Duration LOOK = Duration.ofSeconds(10);

    private final OwnedKernel kernel;
    private final Packets packets;

    LogStream(OwnedKernel kernel, Packets packets) {
        this.kernel = kernel;
        this.packets = packets;
    }

    void run() throws IOException, InterruptedException {
        var info = kernel.info();
        if (!info.isEmpty()) {
            send(new LogRecord(RecordKind.SHELL, "", info));
        }
        try (var reader = kernel.log().reader()) {
            sendAll(reader);
            send(LogRecord.of(RecordKind.NOW));
            while (reader.await(LOOK)) {
                sendAll(reader);
            }
            sendAll(reader);
            send(LogRecord.of(RecordKind.ENDED));
        }
    }

    private void sendAll(KernelLog.Reader reader) throws IOException {
        for (var record = reader.next(); record != null; record = reader.next()) {
            send(record);
        }
    }

    private void send(LogRecord record) throws IOException {
        var packet = new ArrayList<byte[]>(1 + record.frames().size());
        packet.add(record.kind().bytes());
        packet.addAll(record.frames());
        packets.write(List.copyOf(packet));
    }
}
