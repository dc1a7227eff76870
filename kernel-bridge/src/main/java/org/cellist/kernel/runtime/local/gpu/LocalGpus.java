package org.cellist.kernel.runtime.local.gpu;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.runtime.accelerator.AmdGpus;
import org.cellist.kernel.runtime.accelerator.AppleGpus;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.accelerator.GpuProblem;
import org.cellist.kernel.runtime.accelerator.NvidiaSmi;
import org.cellist.kernel.runtime.discovery.Host;
import org.jspecify.annotations.Nullable;

/// The GPUs of this machine. See docs/decisions/0116.
///
/// What does not change is asked once: what CUDA's driver knows, and the models of AMD's GPUs. A
/// driver's program that hung is left alone for a minute.
///
/// Thread-safe. Looks come one after the other; each takes at most [#PATIENCE] for each program.
public final class LocalGpus {

    /// A driver without persistence takes two seconds to wake eight GPUs.
    static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration REST = Duration.ofMinutes(1);

    private final Programs programs;
    private @Nullable CudaAnswer cuda;
    private @Nullable List<String> amdNames;
    private @Nullable GpuLook apple;
    private long restsUntil = System.nanoTime();

    /// The GPUs of the machine that runs us; nothing is looked at yet.
    public LocalGpus() {
        this(new SystemPrograms(Host.current(System.getenv())));
    }

    LocalGpus(Programs programs) {
        this.programs = programs;
    }

    /// Looks now. Where there is no driver that takes a moment.
    public synchronized GpuLook look() throws InterruptedException {
        if (programs.isMac()) {
            return apple();
        }
        return nvidia().and(amd());
    }

    private GpuLook apple() throws InterruptedException {
        if (apple == null) {
            apple =
                    programs.ask(AppleGpus.COMMAND, PATIENCE)
                            .map(AppleGpus::read)
                            .orElseGet(LocalGpus::unanswered);
        }
        return apple;
    }

    private GpuLook nvidia() throws InterruptedException {
        var program = programs.find(NvidiaSmi.PROGRAM);
        if (program.isEmpty()) {
            return GpuLook.NONE;
        }
        if (System.nanoTime() - restsUntil < 0) {
            return unanswered();
        }
        var gpus = ask(program.get(), NvidiaSmi.GPUS);
        if (gpus.isEmpty()) {
            restsUntil = System.nanoTime() + REST.toNanos();
            return unanswered();
        }
        var look = NvidiaSmi.read(gpus.get(), processes(program.get(), gpus.get()));
        if (NvidiaSmi.mayBeDivided(look)) {
            look = NvidiaSmi.withSlices(look, ask(program.get(), NvidiaSmi.SLICES).orElse(""));
        }
        return withCuda(look);
    }

    private String processes(Path program, String gpus) throws InterruptedException {
        boolean areAny = gpus.contains("GPU-");
        return areAny ? ask(program, NvidiaSmi.PROCESSES).orElse("") : "";
    }

    private Optional<String> ask(Path program, List<String> arguments) throws InterruptedException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        return programs.ask(command, PATIENCE);
    }

    private GpuLook withCuda(GpuLook look) throws InterruptedException {
        if (look.gpus().isEmpty()) {
            return look;
        }
        if (cuda == null) {
            cuda = CudaAnswer.read(programs.askCuda(PATIENCE).orElse(""));
        }
        var whole = look.withCapabilities(cuda.capabilities());
        return cuda.isTooOld()
                ? new GpuLook(
                        whole.gpus(),
                        whole.processes(),
                        whole.driver(),
                        new GpuProblem(GpuProblem.Kind.DRIVER_TOO_OLD, whole.driver()))
                : whole;
    }

    private GpuLook amd() throws InterruptedException {
        var cards = programs.amdCards();
        if (cards.isEmpty()) {
            return GpuLook.NONE;
        }
        var names = amdNames();
        var gpus = new ArrayList<Gpu>();
        for (int i = 0; i < cards.size(); i++) {
            var files = new HashMap<>(cards.get(i));
            if (i < names.size()) {
                files.put("product_name", names.get(i));
            }
            gpus.add(AmdGpus.ofFiles(i, files));
        }
        return new GpuLook(gpus, List.of(), "", null);
    }

    /// `rocm-smi` is slow, and knows the models by name, which the kernel's files seldom do.
    private List<String> amdNames() throws InterruptedException {
        if (amdNames == null) {
            var program = programs.find(AmdGpus.PROGRAM);
            var look =
                    program.isEmpty()
                            ? Optional.<String>empty()
                            : ask(program.get(), AmdGpus.ARGUMENTS);
            amdNames =
                    look.map(AmdGpus::read).stream()
                            .flatMap(it -> it.gpus().stream())
                            .map(Gpu::name)
                            .toList();
        }
        return amdNames;
    }

    private static GpuLook unanswered() {
        return GpuLook.failed(new GpuProblem(GpuProblem.Kind.NO_ANSWER, ""));
    }
}
