package org.cellist.kernel.runtime.local.gpu;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.CUuuid;
import jcuda.driver.JCudaDriver;

/// The program that asks CUDA's driver what GPUs there are, and prints it for [CudaAnswer]. It
/// runs in a process of its own: a driver that is missing is an error of the linker, and one that
/// is broken crashes or hangs.
///
/// Confined to the main thread.
public final class CudaMain {

    private static final int NAME_BYTES = 256;

    private CudaMain() {}

    public static void main(String... arguments) {
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            JCudaDriver.setExceptionsEnabled(false);
            int result = JCudaDriver.cuInit(0);
            if (result != CUresult.CUDA_SUCCESS) {
                out.println(CudaAnswer.FAILED + "\t" + CUresult.stringFor(result));
                return;
            }
            print(out);
        } catch (LinkageError e) {
            out.println(CudaAnswer.NO_LIBRARY + "\t" + firstLine(e));
        }
    }

    private static void print(PrintStream out) {
        var number = new int[1];
        JCudaDriver.cuDriverGetVersion(number);
        out.println(CudaAnswer.VERSION + "\t" + number[0]);
        JCudaDriver.cuDeviceGetCount(number);
        int count = number[0];
        for (int i = 0; i < count; i++) {
            var device = new CUdevice();
            if (JCudaDriver.cuDeviceGet(device, i) == CUresult.CUDA_SUCCESS) {
                print(device, out);
            }
        }
    }

    private static void print(CUdevice device, PrintStream out) {
        var name = new byte[NAME_BYTES];
        var bytes = new long[1];
        var uuid = new CUuuid();
        JCudaDriver.cuDeviceGetName(name, NAME_BYTES, device);
        JCudaDriver.cuDeviceTotalMem(bytes, device);
        JCudaDriver.cuDeviceGetUuid(uuid, device);
        int major =
                attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        int minor =
                attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        out.println(
                String.join(
                        "\t",
                        CudaAnswer.GPU,
                        "GPU-" + dashed(uuid.bytes),
                        major + "." + minor,
                        Long.toString(bytes[0]),
                        text(name)));
    }

    private static int attribute(CUdevice device, int which) {
        var value = new int[1];
        JCudaDriver.cuDeviceGetAttribute(value, which, device);
        return value[0];
    }

    private static String text(byte[] name) {
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOf(name, end), StandardCharsets.UTF_8);
    }

    private static String dashed(byte[] uuid) {
        var digits = HexFormat.of().formatHex(uuid);
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    private static String firstLine(LinkageError error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
