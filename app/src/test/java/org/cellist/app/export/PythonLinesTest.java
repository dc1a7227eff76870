package org.cellist.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text = '''\n%s\n!ls\nwhat?\n?\n'''",
                "text = \"\"\"\n%%bash\n  !x ''' y\n\"\"\"",
                "def f():\n    \"\"\"Is it so?\n\n    %timeit is not run here\n    \"\"\"",
                "r = (a\n     % b\n     ,\n     c)",
                "x = [\n  1\n  , 2\n]",
                "d = {\n'k': '[',  # ( '''\n}\nx %= 2",
                "r = a \\\n  % b",
                "r = 'it\\'s' \\\n    '%s' \\\n    % b",
                "s = 'continued \\\n%s\\\n!ls'",
                "s = '''ends in a backslash \\\\'''\nx = 1",
                "a != b",
                "a = b % c",
                "a %= c",
                "a == b",
                "f(x=1, y='= !ls')",
                "s = '= !ls'  # = !ls",
                "a = 1  # is it?",
                "# what is this?",
                "print('what?')",
                "x = r'\\''",
                "x = '' ; y = \"\" ; z = ''''''",
                "lambda x=1: x",
                "n = 5 // 2",
                "if (n := 5) > 2: pass",
                "x: int = 1",
                "a = 'open\nb = 2",
                "a\n\n  \n\tb",
            })
    void pythonStaysAsItIs(String source) {
        assertEquals(source + "\n", script(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%matplotlib inline",
                "!pip install x",
                "!!ls",
                "? len",
                "??len",
                "len?",
                "a.b[0]??",
                "%time?",
                "x = len?",
                ",f a b",
                ";f a b",
                "/f 1 2",
                "files = !ls",
                "files=!ls *.py",
                "a, b = %time 1",
                "x = %env PATH",
                "!echo it's (",
                "%run a.py '''",
                "files = !echo '''",
                "!ls \\\n  -l 'x",
                "files = !ls \\\n  '(",
            })
    void whatOnlyIpythonUnderstandsIsCommentedOut(String source) {
        var commented =
                source.lines().map(line -> "# " + line + "\n").collect(Collectors.joining());

        assertEquals("a = 1\n" + commented + "b = 2\n", script("a = 1\n" + source + "\nb = 2"));
        assertEquals(commented, script(source));
    }

    @Test
    void aMagicOverAWholeCellOfAnotherLanguageTakesItAll() {
        assertEquals("\n# %%bash -x\n# ls\n#\n# x = 1\n", script("\n%%bash -x\nls\n\nx = 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%time", "%%capture out --no-stderr", "%%timeit -n 1", "%%prun"})
    void aMagicOverAWholeCellOfPythonLeavesThePython(String magic) {
        assertEquals("# " + magic + "\nx = 1\n# !ls\n", script(magic + "\nx = 1\n!ls"));
    }

    @Test
    void aBlockStaysABlock() {
        assertEquals(
                """
                if colab:
                    pass
                    # !pip install \\
                    #   x
                else:
                    pass
                    # y = !ls
                """,
                script("if colab:\n    !pip install \\\n      x\nelse:\n    y = !ls"));
    }

    @Test
    void afterAStatementOverManyLinesTheNextIsLookedAt() {
        assertEquals(
                "x = f(\n  1,\n)\n# !ls\ny = '''\n!ls\n'''\n# %time\n",
                script("x = f(\n  1,\n)\n!ls\ny = '''\n!ls\n'''\n%time"));
    }

    private static String script(String source) {
        var script = new StringBuilder();
        PythonLines.append(script, source);
        return script.toString();
    }
}
