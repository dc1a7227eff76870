package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cellist.app.explain.GpuWords;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.text.Texts;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `cellist kernels`: what notebooks of the current folder can run on; with `--gpus`, what drivers
/// say of this computer's GPUs.
///
/// Confined to the calling thread.
final class KernelsCommand implements Command {

    private final Texts texts = Texts.of("cli");
    private final Syntax syntax = new Syntax(texts);
    private final GpuWords gpuWords = new GpuWords();
    private final PrintWriter out;

    KernelsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public CommandSpec spec() {
        return syntax.command("kernels")
                .addOption(syntax.flag("kernels.json", "--json"))
                .addOption(syntax.flag("kernels.gpus", "--gpus"));
    }

    @Override
    public int run(ParseResult parsed) {
        if (parsed.hasMatchedOption("--gpus")) {
            printGpus(new MachineResources(Bridges.ofThisPerson()).gpus());
            return ExitCodes.OK;
        }
        var kernelspecs = Bridges.ofThisPerson().kernels(Path.of("").toAbsolutePath());
        if (parsed.hasMatchedOption("--json")) {
            out.println(json(kernelspecs.kernelspecs()));
        } else {
            printTable(kernelspecs.kernelspecs());
        }
        return ExitCodes.OK;
    }

    private static RawJson json(List<Kernelspec> kernelspecs) {
        return RawJson.of(
                new JsonArray(
                        kernelspecs.stream().<JsonValue>map(KernelsCommand::described).toList()));
    }

    private static JsonObject described(Kernelspec spec) {
        var interpreter = spec.interpreter();
        return JsonObject.EMPTY
                .with("name", new JsonString(spec.name()))
                .with("display_name", new JsonString(spec.displayName()))
                .with("language", new JsonString(spec.language()))
                .with("interpreter", text(interpreter == null ? null : interpreter.path()))
                .with("version", text(interpreter == null ? null : interpreter.version()))
                .with("folder", text(spec.folder()))
                .with("source", new JsonString(spec.source().name().toLowerCase(Locale.ROOT)))
                .with("runnable", new JsonBoolean(spec.isRunnable()))
                .with("needs_consent", new JsonBoolean(spec.needsConsent()));
    }

    private static JsonValue text(@Nullable Object value) {
        return value == null ? new JsonNull() : new JsonString(value.toString());
    }

    private void printTable(List<Kernelspec> kernelspecs) {
        var table = new ArrayList<List<String>>();
        table.add(
                List.of(
                        texts.get("kernels.name"),
                        texts.get("kernels.language"),
                        texts.get("kernels.version"),
                        texts.get("kernels.path")));
        kernelspecs.forEach(spec -> table.add(row(spec)));
        new TextTable(table).printTo(out);
    }

    private List<String> row(Kernelspec spec) {
        var interpreter = spec.interpreter();
        if (interpreter == null) {
            var program = spec.argv().isEmpty() ? "" : spec.argv().getFirst();
            return List.of(spec.name(), spec.language(), "", texts.get("kernels.missing", program));
        }
        var path = interpreter.path().toString();
        var version = interpreter.version();
        return List.of(
                spec.name(),
                spec.language(),
                version == null ? "" : version,
                spec.needsConsent() ? texts.get("kernels.consent", path) : path);
    }

    private void printGpus(GpuLook look) {
        if (!look.gpus().isEmpty()) {
            var table = new ArrayList<List<String>>();
            table.add(List.of(texts.get("gpus.name"), texts.get("gpus.use"), texts.get("gpus.id")));
            look.gpus().forEach(gpu -> table.addAll(rows(gpu)));
            new TextTable(table).printTo(out);
            out.println(texts.get("gpus.processes", look.driver(), look.processes().size()));
        }
        var problem = gpuWords.problem(look);
        if (!problem.isEmpty()) {
            out.println(problem);
        }
    }

    private List<List<String>> rows(Gpu gpu) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(gpuWords.name(gpu), gpuWords.load(gpu.load()), gpu.id()));
        for (var slice : gpu.slices()) {
            rows.add(List.of("  MIG " + slice.profile(), "", slice.id()));
        }
        return rows;
    }
}
