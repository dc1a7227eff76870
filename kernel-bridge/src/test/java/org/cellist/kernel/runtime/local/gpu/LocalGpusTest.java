package org.cellist.kernel.runtime.local.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cellist.kernel.runtime.accelerator.AmdGpus;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.accelerator.GpuProblem.Kind;
import org.cellist.kernel.runtime.accelerator.NvidiaSmi;
import org.cellist.kernel.runtime.accelerator.SmiAnswers;
import org.junit.jupiter.api.Test;

class LocalGpusTest {

    private final Recorded programs = new Recorded();
    private final LocalGpus gpus = new LocalGpus(programs);

    @Test
    void aMachineWithoutDriversHasNoneAndNothingIsRun() throws Exception {
        assertEquals(GpuLook.NONE, gpus.look());
        assertEquals(List.of(), programs.asked);
    }

    @Test
    void cudaAddsTheCapabilitiesAndIsAskedOnce() throws Exception {
        programs.answers.put(NvidiaSmi.GPUS, SmiAnswers.ONE);
        programs.answers.put(NvidiaSmi.PROCESSES, SmiAnswers.ONE_PROCESSES);
        programs.cuda =
                "cuda\t11070\ngpu\tGPU-d37e67a5-91dd-3774-a5cb-99096249601a\t7.5\t15843721216\tTesla T4\n";

        gpus.look();
        var look = gpus.look();

        assertEquals("7.5", look.gpus().getFirst().capability());
        assertEquals(1, programs.asked.stream().filter("cuda"::equals).count());
    }

    @Test
    void aCrashOfCudasDriverCostsTheCapabilityAlone() throws Exception {
        programs.answers.put(NvidiaSmi.GPUS, SmiAnswers.ONE);
        programs.cuda = "#\n# A fatal error has been detected by the Java Runtime Environment:\n#";

        var look = gpus.look();

        assertEquals("", look.gpus().getFirst().capability());
        assertEquals(null, look.problem());
    }

    @Test
    void aDriverOfCuda10IsTooOld() throws Exception {
        programs.answers.put(NvidiaSmi.GPUS, SmiAnswers.ONE);
        programs.cuda = "cuda\t10020\n";

        var problem = Objects.requireNonNull(gpus.look().problem());

        assertEquals(Kind.DRIVER_TOO_OLD, problem.kind());
    }

    @Test
    void aProgramThatHangsIsLeftAloneForAWhile() throws Exception {
        programs.hangs = true;

        var first = Objects.requireNonNull(gpus.look().problem());
        var second = gpus.look().problem();

        assertEquals(Kind.NO_ANSWER, first.kind());
        assertEquals(first, second);
        assertEquals(1, programs.asked.size());
    }

    @Test
    void dividedGpusHaveTheirSlicesListed() throws Exception {
        programs.answers.put(NvidiaSmi.GPUS, SmiAnswers.MIG);
        programs.answers.put(NvidiaSmi.SLICES, SmiAnswers.MIG_LIST);

        assertEquals(2, gpus.look().gpus().getFirst().slices().size());
    }

    @Test
    void amdsGpusHaveTheirNamesFromRocm() throws Exception {
        programs.cards = List.of(Map.of("mem_info_vram_total", "1000"));
        programs.answers.put(
                AmdGpus.ARGUMENTS, "{\"card0\": {\"Card series\": \"Instinct MI100\"}}");

        var gpu = gpus.look().gpus().getFirst();

        assertEquals("Instinct MI100", gpu.name());
        assertEquals(1000, gpu.load().totalBytes());
    }

    /// Programs that answer what was recorded.
    private static final class Recorded implements Programs {

        final Map<List<String>, String> answers = new HashMap<>();
        final List<String> asked = new ArrayList<>();
        List<Map<String, String>> cards = List.of();
        String cuda = "";
        boolean hangs;

        @Override
        public Optional<Path> find(String name) {
            boolean isThere = name.equals(AmdGpus.PROGRAM) ? !cards.isEmpty() : cards.isEmpty();
            return isThere && (hangs || !answers.isEmpty())
                    ? Optional.of(Path.of("/usr/bin", name))
                    : Optional.empty();
        }

        @Override
        public Optional<String> ask(List<String> command, Duration atMost) {
            asked.add(command.get(1));
            return hangs
                    ? Optional.empty()
                    : Optional.of(answers.getOrDefault(command.subList(1, command.size()), ""));
        }

        @Override
        public Optional<String> askCuda(Duration atMost) {
            asked.add("cuda");
            return Optional.of(cuda);
        }

        @Override
        public List<Map<String, String>> amdCards() {
            return cards;
        }

        @Override
        public boolean isMac() {
            return false;
        }
    }
}
