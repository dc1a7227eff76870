package org.cellist.kernel.runtime.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.RefusedKernelspec;
import org.cellist.kernel.runtime.RefusedKernelspec.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads `kernel.json` files. A broken one is logged and left out.
///
/// A folder that anybody may write to is left out too: whoever put a kernelspec there could run
/// programs as the user.
///
/// Thread-safe.
final class KernelspecReader {

    private static final Logger LOG = LoggerFactory.getLogger(KernelspecReader.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The names that Jupyter allows (`jupyter_client.kernelspec`).
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._\\-]+");

    private static final long MAX_BYTES = 1 << 20;

    /// Returns the kernelspecs below `dataFolder/kernels`, in the order of their names.
    List<Kernelspec> in(Path dataFolder, KernelspecSource source, List<RefusedKernelspec> refused) {
        var kernels = dataFolder.resolve("kernels");
        if (!Files.isDirectory(kernels)) {
            return List.of();
        }
        var found = new ArrayList<Kernelspec>();
        try (var folders = Files.list(kernels)) {
            folders.sorted().forEach(folder -> read(folder, source, refused).ifPresent(found::add));
        } catch (IOException e) {
            LOG.info("cannot list {}", kernels, e);
        }
        return found;
    }

    private static Optional<Kernelspec> read(
            Path folder, KernelspecSource source, List<RefusedKernelspec> refused) {
        var file = folder.resolve("kernel.json");
        var name = folder.getFileName().toString();
        if (!Files.isRegularFile(file) || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            for (var path : List.of(folder, file)) {
                if (isWritableByAnybody(path)) {
                    refused.add(new RefusedKernelspec(folder, Reason.WORLD_WRITABLE, path));
                    return Optional.empty();
                }
            }
            if (Files.size(file) > MAX_BYTES) {
                refused.add(new RefusedKernelspec(folder, Reason.UNREADABLE, file));
                return Optional.empty();
            }
            var content = content(name, JSON.readTree(file.toFile()));
            return Optional.of(spec(name, folder, content, source));
        } catch (JsonProcessingException | JsonSyntaxException | IllegalArgumentException e) {
            LOG.info("left out {}: {}", file, e.getMessage());
            refused.add(new RefusedKernelspec(folder, Reason.MALFORMED, file));
        } catch (IOException e) {
            LOG.info("left out {}: {}", file, e.getMessage());
            refused.add(new RefusedKernelspec(folder, Reason.UNREADABLE, file));
        }
        return Optional.empty();
    }

    private static boolean isWritableByAnybody(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static KernelspecFile content(String name, JsonNode json) throws JsonSyntaxException {
        var argv = new ArrayList<String>();
        json.path("argv").forEach(argument -> argv.add(argument.asText()));
        Map<String, String> env = new LinkedHashMap<>();
        json.path("env").properties().forEach(e -> env.put(e.getKey(), e.getValue().asText()));
        boolean byMessage = json.path("interrupt_mode").asText("signal").equals("message");
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("it names no program");
        }
        var metadata = json.path("metadata").isObject() ? json.path("metadata").toString() : "{}";
        return new KernelspecFile(
                argv,
                json.path("display_name").asText(name),
                json.path("language").asText("").toLowerCase(Locale.ROOT),
                byMessage ? InterruptMode.MESSAGE : InterruptMode.SIGNAL,
                env,
                RawJson.parse(metadata.getBytes(StandardCharsets.UTF_8)).object());
    }

    private static Kernelspec spec(
            String name, Path folder, KernelspecFile content, KernelspecSource source) {
        var program = Path.of(content.argv().getFirst());
        var interpreter =
                program.isAbsolute() && Files.isExecutable(program)
                        ? new Interpreter(program, PythonVersions.ofInterpreter(program))
                        : null;
        return new Kernelspec(name, content, source, folder, interpreter, null, null);
    }
}
