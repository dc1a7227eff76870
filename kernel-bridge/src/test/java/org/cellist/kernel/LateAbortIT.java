package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.runtime.LaunchOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What ipykernel does with requests that arrive after an error.
class LateAbortIT {

    @TempDir private Path folder;

    @Test
    void debiansIpykernelStartedSoRunsNothingThatArrivesAfterAnError() throws Exception {
        try (var kernel = abortingLate(RealKernel.DEBIAN_IPYKERNEL)) {
            assertEquals(Duration.ofSeconds(LaunchOptions.ABORT_SECONDS), abortTime(kernel));

            RecordedRun.of(kernel, "1/0").end(); // what is sent now arrives long after the error
            var late = RecordedRun.of(kernel, "print('ran')");

            var end = assertInstanceOf(ExecutionEnd.Replied.class, late.end());
            assertInstanceOf(Reply.Status.Cancelled.class, end.reply().status());
            assertEquals("", late.stdout());
        }
    }

    @Test
    void theNewestIpykernelRunsItAndSaysSo() throws Exception {
        try (var kernel = abortingLate(RealKernel.NEWEST_IPYKERNEL)) {
            RecordedRun.of(kernel, "1/0").end();

            assertEquals("ran\n", RecordedRun.output(kernel, "print('ran')"));
            assertEquals(Duration.ZERO, abortTime(kernel));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN_IPYKERNEL", "NEWEST_IPYKERNEL"})
    void anErrorThatIsAllowedAbortsNothing(RealKernel real) throws Exception {
        try (var kernel = abortingLate(real)) {
            RecordedRun.of(kernel, ExecuteRequest.of("1/0").withoutStop()).end();

            assertEquals("ran\n", RecordedRun.output(kernel, "print('ran')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN_IPYKERNEL", "NEWEST_IPYKERNEL"})
    void anIpykernelStartedOtherwiseSaysThatItAbortsNothingLate(RealKernel real) throws Exception {
        try (var kernel = real.start(RealKernel.bridge(), folder)) {
            assertEquals(Duration.ZERO, abortTime(kernel));
        }
    }

    private ConnectedKernel abortingLate(RealKernel real) throws InterruptedException {
        var options = LaunchOptions.DEFAULT.unattended().abortingLate();
        return real.start(RealKernel.bridge(), folder, options);
    }

    private static Duration abortTime(ConnectedKernel kernel) throws Exception {
        var answer = new CompletableFuture<Duration>();
        kernel.client().askAbortTime(answer::complete);
        return answer.get(60, TimeUnit.SECONDS);
    }
}
