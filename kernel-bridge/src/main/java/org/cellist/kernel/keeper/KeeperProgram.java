package org.cellist.kernel.keeper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How the keeper is started: by the Java machine that runs us, with little memory and one
/// thread for garbage. Stateless.
final class KeeperProgram {

    /// A message may have half a gigabyte, and lies in the heap whole; what is free is given back.
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms6m",
                    "-Xmx1g",
                    "-Xmn4m",
                    "-XX:MinHeapFreeRatio=5",
                    "-XX:MaxHeapFreeRatio=10",
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=16m",
                    "-XX:CICompilerCount=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:-UsePerfData",
                    "-Xss512k",
                    "-Djdk.virtualThreadScheduler.parallelism=2",
                    "-Dfile.encoding=UTF-8");

    private KeeperProgram() {}

    /// @param abandoned how long a kernel may do nothing without a window
    static List<String> command(Path folder, Duration abandoned) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(KeeperMain.class.getName());
        command.add(folder.toString());
        command.add(abandoned.toString());
        return command;
    }
}
