package org.cellist.app.environment.installed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.cellist.app.environment.installed.InstalledPackages.Installer;
import org.junit.jupiter.api.Test;

class RestoringCodeTest {

    private static final Installer PIP = new Installer("/venv/bin/python", true, "");
    private static final List<String> LINES =
            List.of("--extra-index-url https://i.example/simple", "numpy==2.1.0", "pandas>=2,<3");

    /// What a shell takes as one plain word: bare, or within double quotes.
    private static final Pattern WORD =
            Pattern.compile("[\\w.+:/=@-]+|\"[\\w.+:/=#&~,@<>!;\\[\\]'() ?-]+\"");

    @Test
    void pipGetsOneWordForEachPackage() {
        var code = RestoringCode.of("Installs\nwhat a.ipynb\nran with", LINES, PIP);

        assertEquals(
                """
                # Installs what a.ipynb ran with
                %pip install \\
                    --extra-index-url \\
                    https://i.example/simple \\
                    numpy==2.1.0 \\
                    "pandas>=2,<3\"""",
                code.text());
        assertEquals(List.of(), code.leftOut());
    }

    @Test
    void uvInstallsWhereThereIsNoPip() {
        var code =
                RestoringCode.of(
                        "x", List.of("a==1"), new Installer("/v/bin/python", false, "/bin/uv"));

        assertEquals(
                "# x\n!\"/bin/uv\" pip install --python \"/v/bin/python\" \\\n    a==1",
                code.text());
    }

    @Test
    void pipComesFirstWhereThereIsNeither() {
        var code =
                RestoringCode.of("x", List.of("a==1"), new Installer("/v/bin/python", false, ""));

        assertEquals(
                "# x\n!\"/v/bin/python\" -m ensurepip --upgrade\n%pip install \\\n    a==1",
                code.text());
    }

    @Test
    void whatCouldMeanMoreThanAPackageIsLeftOutAndSaid() {
        var code =
                RestoringCode.of(
                        "x",
                        List.of(
                                "good; python_version < \"3.13\"",
                                "a$(touch hurt)",
                                "b`id`",
                                "c{print(1)}",
                                "d%PATH%",
                                "-r /home/ada/other.txt",
                                "--target /etc",
                                "e\\f"),
                        PIP);

        assertEquals("# x\n%pip install \\\n    \"good; python_version < '3.13'\"", code.text());
        assertEquals(7, code.leftOut().size(), code.leftOut()::toString);
    }

    @Property
    void eachWordIsPlainWhateverTheListSays(@ForAll List<@StringLength(max = 40) String> lines) {
        var text = RestoringCode.of("x", lines, PIP).text();

        var command = text.substring(text.indexOf('\n') + 1);
        var words = List.of(command.split(" \\\\\n    "));
        assertEquals("%pip install", words.getFirst());
        words.stream().skip(1).forEach(it -> assertTrue(WORD.matcher(it).matches(), it));
    }
}
