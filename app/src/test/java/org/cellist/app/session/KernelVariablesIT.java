package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.app.variables.PythonTables;
import org.cellist.app.variables.PythonVariables;
import org.cellist.app.variables.TableKind;
import org.cellist.app.variables.TableOrder;
import org.cellist.app.variables.TablePart;
import org.cellist.app.variables.Variable;
import org.cellist.app.variables.VariableAnswers;
import org.cellist.app.variables.VariableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The variables of real kernels.
class KernelVariablesIT {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void variablesComeWithTypeShapeAndSize(TestKernels which) throws Exception {
        var code =
                "n = 3; words = ['한글', 'b']; big = bytearray(1000); import os; def_ = len;"
                        + " _hidden = 1";
        try (var page = which.session(folder, code)) {
            page.runToTheEnd(0);

            var found = variables(page);

            var n = found.variables().get(0);
            assertEquals(List.of("n", "words", "big"), names(found));
            assertEquals("int", n.type());
            assertEquals("3", n.preview());
            assertEquals(List.of(2L), found.variables().get(1).shape());
            assertEquals("['한글', 'b']", found.variables().get(1).preview());
            assertTrue(found.memoryBytes() > 1000, found::toString);
            assertEquals(0, found.left());
        }
    }

    @Test
    void framesAndArraysSayWhatTheyHold() throws Exception {
        var code =
                "import numpy as np, pandas as pd; a = np.zeros((3, 4));"
                        + " df = pd.DataFrame({'x': [1, 2], 'y': ['a', 'b']}); column = df.x";
        try (var page = TestKernels.DEBIAN.session(folder, code)) {
            page.runToTheEnd(0);

            var found = variables(page);

            var array = found.variables().get(0);
            assertEquals(
                    new Variable(
                            "a",
                            "ndarray",
                            "numpy",
                            List.of(3L, 4L),
                            "float64",
                            96,
                            null,
                            null,
                            TableKind.ARRAY),
                    array);
            assertEquals(List.of(2L, 2L), found.variables().get(1).shape());
            assertEquals("int64", found.variables().get(2).dtype());
            assertTrue(found.variables().stream().allMatch(Variable::isTable));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void theNamespaceTheHistoryAndTheCountStayAsTheyWere(TestKernels which) throws Exception {
        var code =
                "names = set(globals()) | {'names', 'after'}; count = len(In) if 'In' in globals()"
                        + " else 0";
        try (var page = which.session(folder, code)) {
            page.runToTheEnd(0);
            variables(page);
            variables(page);

            var after =
                    evaluate(
                            page,
                            "(lambda shell: __import__('IPython').core.display.JSON({'new':"
                                    + " sorted(k for k in shell.user_ns if k not in"
                                    + " shell.user_ns['names'] and k not in ('count', '_i1')), 'count':"
                                    + " shell.execution_count}))(__import__('IPython').get_ipython())");

            var json = assertInstanceOf(Evaluation.Value.class, after, after::toString).json();
            assertTrue(json.toString().contains("items=[]"), json::toString);
            assertTrue(json.toString().contains("lexeme=2"), json::toString);
        }
    }

    @Test
    void aClassThatRaisesIsListedAllTheSame() throws Exception {
        var code =
                "class Bad:\\n    def __getattr__(self, name):\\n        raise ValueError(name)\\n"
                        + "    def __repr__(self):\\n        raise ValueError()\\nbad = Bad()";
        try (var page = TestKernels.DEBIAN.session(folder, code)) {
            page.runToTheEnd(0);

            var found = variables(page);

            assertEquals(List.of("bad"), names(found));
            assertNull(found.variables().get(0).preview());
        }
    }

    @Test
    void anErrorIsToldAndAnotherLanguageSaysNothing() throws Exception {
        try (var page = TestKernels.DEBIAN.session(folder, "1")) {
            page.runToTheEnd(0);

            assertEquals(
                    new Evaluation.Failed("ZeroDivisionError: division by zero"),
                    evaluate(page, "1/0"));
        }
    }

    @Test
    void rowsAreSortedAndFilteredWhereTheDataIs() throws Exception {
        var code =
                "import pandas as pd; df = pd.DataFrame({'나이': [30, 10, None, 20], 'city': ['서울',"
                        + " 'b', 'c', '서울']})";
        try (var page = TestKernels.DEBIAN.session(folder, code)) {
            page.runToTheEnd(0);

            var all = rows(page, "df", TableOrder.ALL);
            assertEquals(List.of("나이", "city"), all.columns());
            assertEquals(List.of("30", "10", "null", "20"), firstCells(all));
            assertEquals(
                    List.of("10", "20", "30", "null"),
                    firstCells(rows(page, "df", new TableOrder(0, true, ""))));
            assertEquals(
                    List.of("30", "20", "10", "null"),
                    firstCells(rows(page, "df", new TableOrder(0, false, ""))));

            var some = rows(page, "df", new TableOrder(0, true, "city == '서울' and 나이 > 1"));
            assertEquals(List.of("20", "30"), firstCells(some));
            assertEquals(2, some.shown());
            assertEquals(4, some.height());
            assertEquals("3", some.rows().getFirst().label());
        }
    }

    @Test
    void anArrayOfThreeDimensionsHasRowsToo() throws Exception {
        var code = "import numpy as np; a = np.arange(24).reshape(2, 3, 4)";
        try (var page = TestKernels.DEBIAN.session(folder, code)) {
            page.runToTheEnd(0);

            var part = rows(page, "a", new TableOrder(0, false, ""));

            assertEquals("[0, 1]", part.columns().get(1));
            assertEquals(List.of("12", "0"), firstCells(part));
        }
    }

    @Test
    void aTableThatWasChangedInPlaceIsSortedAnewAtTheNextMoment() throws Exception {
        try (var page =
                TestKernels.DEBIAN.session(folder, "import numpy as np; a = np.array([3, 1])")) {
            page.runToTheEnd(0);
            var byValue = new TableOrder(0, true, "");
            assertEquals(List.of("1", "3"), firstCells(rows(page, "a", byValue)));

            evaluate(page, "a.__setitem__(0, 0)");

            assertEquals(
                    List.of("0", "1"),
                    firstCells(
                            part(
                                    evaluate(
                                            page,
                                            new PythonTables().question("a", 2, byValue, 0, 9)))));
        }
    }

    private static TablePart rows(RunSession page, String name, TableOrder order)
            throws InterruptedException {
        return part(evaluate(page, new PythonTables().question(name, 1, order, 0, 100)));
    }

    private static TablePart part(Evaluation evaluation) {
        var value = assertInstanceOf(Evaluation.Value.class, evaluation, evaluation::toString);
        return VariableAnswers.rows(value.json()).orElseThrow();
    }

    private static List<String> firstCells(TablePart part) {
        return part.rows().stream().map(row -> String.valueOf(row.cells().getFirst())).toList();
    }

    private static VariableList variables(RunSession page) throws InterruptedException {
        var answer = evaluate(page, new PythonVariables().question());
        var value = assertInstanceOf(Evaluation.Value.class, answer, answer::toString);
        return VariableAnswers.variables(value.json()).orElseThrow();
    }

    private static Evaluation evaluate(RunSession page, String expression)
            throws InterruptedException {
        return evaluate(page, KernelQuestion.ofExpression(expression));
    }

    private static Evaluation evaluate(RunSession page, KernelQuestion question)
            throws InterruptedException {
        var answer = new AtomicReference<KernelAnswer<Evaluation>>();
        page.session.kernel().assist().evaluate("test", question, answer::set);
        page.until(() -> answer.get() != null);
        return (Evaluation) assertInstanceOf(KernelAnswer.Given.class, answer.get()).value();
    }

    private static List<String> names(VariableList found) {
        return found.variables().stream().map(Variable::name).toList();
    }
}
