package org.cellist.kernel.runtime.container;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.cellist.kernel.runtime.host.WslDistribution;

/// Reads what `wsl.exe --list --verbose` says: a table whose head is in the person's language, in
/// UTF-16 unless `WSL_UTF8` is set. Stateless.
final class WslList {

    private static final Pattern ROW =
            Pattern.compile("\\s*\\*?\\s*(?<name>\\S+)\\s+(?<state>\\S.*?)\\s+[12]\\s*");

    /// They are Docker's own, and nobody works in them.
    private static final List<String> INNER = List.of("docker-desktop", "docker-desktop-data");

    private WslList() {}

    static Stream<NearbyHost> read(byte[] said) {
        return text(said).lines().flatMap(WslList::row);
    }

    private static String text(byte[] said) {
        boolean isWide = said.length > 1 && (said[1] == 0 || isMarked(said));
        Charset charset = isWide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        return new String(said, charset).replace("\uFEFF", "");
    }

    private static boolean isMarked(byte[] said) {
        return said[0] == (byte) 0xFF && said[1] == (byte) 0xFE;
    }

    private static Stream<NearbyHost> row(String line) {
        var row = ROW.matcher(line);
        if (!row.matches() || INNER.contains(row.group("name"))) {
            return Stream.empty();
        }
        return WslDistribution.of(row.group("name")).stream()
                .map(it -> new NearbyHost(it, "", row.group("state"), true));
    }
}
