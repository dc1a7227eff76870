package org.cellist.kernel.runtime.accelerator;

/// What `nvidia-smi` answered on several machines. Immutable.
public final class SmiAnswers {

    /// A virtual machine with a T4, driver 515.
    public static final String ONE =
            """
            index, uuid, name, driver_version, memory.total [MiB], memory.used [MiB], \
            memory.free [MiB], utilization.gpu [%]
            0, GPU-d37e67a5-91dd-3774-a5cb-99096249601a, Tesla T4, 515.105.01, 15360 MiB, \
            1032 MiB, 13939 MiB, 37 %
            """;

    public static final String ONE_PROCESSES =
            """
            gpu_uuid, pid, used_gpu_memory [MiB]
            GPU-d37e67a5-91dd-3774-a5cb-99096249601a, 4711, 1030 MiB
            """;

    public static final String NO_PROCESSES = "gpu_uuid, pid, used_gpu_memory [MiB]\n";

    /// A machine with eight H100 of which one works, driver 550.
    public static final String EIGHT = eight();

    public static final String EIGHT_PROCESSES =
            """
            gpu_uuid, pid, used_gpu_memory [MiB]
            GPU-00000003-1f2e-3d4c-5b6a-798801234567, 20001, 71320 MiB
            GPU-00000004-1f2e-3d4c-5b6a-798801234567, 20001, 512 MiB
            GPU-00000004-1f2e-3d4c-5b6a-798801234567, 20002, 300 MiB
            """;

    /// Two A100, the first divided, driver 535.
    public static final String MIG =
            """
            index, uuid, name, driver_version, memory.total [MiB], memory.used [MiB], \
            memory.free [MiB], utilization.gpu [%]
            0, GPU-513536b6-7d19-9063-b049-1e69664bb298, NVIDIA A100-SXM4-80GB, 535.54.03, \
            81920 MiB, 50 MiB, 80999 MiB, [N/A]
            1, GPU-613536b6-7d19-9063-b049-1e69664bb298, NVIDIA A100-SXM4-80GB, 535.54.03, \
            81920 MiB, 4 MiB, 81045 MiB, 0 %
            """;

    public static final String MIG_LIST =
            """
            GPU 0: NVIDIA A100-SXM4-80GB (UUID: GPU-513536b6-7d19-9063-b049-1e69664bb298)
              MIG 2g.20gb     Device  0: (UUID: MIG-fb42055e-9e53-5764-9278-438605a3014c)
              MIG 1g.10gb     Device  1: (UUID: MIG-3d4db13e-c42d-5555-98f4-8b50389791bc)
            GPU 1: NVIDIA A100-SXM4-80GB (UUID: GPU-613536b6-7d19-9063-b049-1e69664bb298)
            """;

    /// A laptop with Windows' display driver.
    public static final String WINDOWS =
            """
            index, uuid, name, driver_version, memory.total [MiB], memory.used [MiB], \
            memory.free [MiB], utilization.gpu [%]
            0, GPU-1b724e78-eef5-4163-d43c-e4da15d41176, NVIDIA GeForce RTX 4070 Laptop GPU, \
            566.36, 8188 MiB, 845 MiB, 7110 MiB, 3 %
            """;

    public static final String WINDOWS_PROCESSES =
            """
            gpu_uuid, pid, used_gpu_memory [MiB]
            GPU-1b724e78-eef5-4163-d43c-e4da15d41176, 9012, [N/A]
            GPU-1b724e78-eef5-4163-d43c-e4da15d41176, [Insufficient Permissions], [N/A]
            """;

    private SmiAnswers() {}

    private static String eight() {
        var answer =
                new StringBuilder(
                        "index, uuid, name, driver_version, memory.total [MiB], memory.used [MiB],"
                                + " memory.free [MiB], utilization.gpu [%]\n");
        for (int i = 0; i < 8; i++) {
            answer.append(i)
                    .append(", GPU-0000000")
                    .append(i)
                    .append("-1f2e-3d4c-5b6a-798801234567, NVIDIA H100 80GB HBM3, 550.90.07, ")
                    .append(i == 3 ? "81559 MiB, 71250 MiB, 9755 MiB, 99 %\n" : "")
                    .append(i == 3 ? "" : "81559 MiB, 1 MiB, 81004 MiB, 0 %\n");
        }
        return answer.toString();
    }
}
