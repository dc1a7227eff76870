package org.cellist.app.ui.workbench.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookKernel;
import org.cellist.app.ui.workbench.port.KernelVariables;
import org.cellist.app.variables.TableLanguage;
import org.cellist.app.variables.TableOrder;
import org.cellist.app.variables.VariableAnswers;
import org.cellist.app.variables.VariableLanguage;

/// Asks the kernel of a session.
///
/// Confined to the JavaFX Application Thread.
final class SessionVariables implements KernelVariables {

    private final NotebookKernel kernel;
    private long moment;

    SessionVariables(NotebookKernel kernel) {
        this.kernel = kernel;
    }

    void executionChanged(CellExecution execution) {
        boolean hasEnded =
                switch (execution) {
                    case CellExecution.Done _, CellExecution.PartDone _, CellExecution.Failed _ ->
                            true;
                    case CellExecution.NotRun _, CellExecution.Queued _, CellExecution.Running _ ->
                            false;
                };
        if (hasEnded) {
            moment++;
        }
    }

    void kernelStateChanged(KernelState state) {
        boolean goesOn = state instanceof KernelState.Idle || state instanceof KernelState.Busy;
        if (!goesOn) {
            moment++;
        }
    }

    @Override
    public long moment() {
        return moment;
    }

    @Override
    public void ask(Consumer<Answer> then) {
        var language = language();
        VariableLanguage.of(language)
                .ifPresentOrElse(
                        asked ->
                                kernel.assist()
                                        .evaluate(
                                                "variables",
                                                asked.question(),
                                                answer -> then.accept(read(answer, language))),
                        () -> then.accept(new Answer.OtherLanguage(language)));
    }

    @Override
    public Optional<TableLanguage> tables() {
        return VariableLanguage.of(language()).flatMap(VariableLanguage::tables);
    }

    @Override
    public void askRows(
            String name, TableOrder order, long start, int count, Consumer<RowsAnswer> then) {
        tables().ifPresentOrElse(
                        asked ->
                                kernel.assist()
                                        .evaluate(
                                                "table " + name,
                                                asked.question(name, moment, order, start, count),
                                                answer -> then.accept(rows(answer))),
                        () -> then.accept(new RowsAnswer.NoKernel()));
    }

    private String language() {
        var runtime = kernel.runtime();
        return runtime == null ? "python" : runtime.language();
    }

    private static RowsAnswer rows(KernelAnswer<Evaluation> answer) {
        return switch (answer) {
            case KernelAnswer.Given(Evaluation.Value(var json)) ->
                    VariableAnswers.rows(json)
                            .<RowsAnswer>map(RowsAnswer.Rows::new)
                            .orElseGet(() -> new RowsAnswer.Failed(""));
            case KernelAnswer.Given(Evaluation.Failed(var why)) -> new RowsAnswer.Failed(why);
            case KernelAnswer.Given(Evaluation.Unsupported()) -> new RowsAnswer.Failed("");
            case KernelAnswer.Busy<Evaluation> _, KernelAnswer.Late<Evaluation> _ ->
                    new RowsAnswer.Later();
            case KernelAnswer.NoKernel<Evaluation> _ -> new RowsAnswer.NoKernel();
        };
    }

    private static Answer read(KernelAnswer<Evaluation> answer, String language) {
        return switch (answer) {
            case KernelAnswer.Given(var evaluation) -> read(evaluation, language);
            case KernelAnswer.Busy<Evaluation> _, KernelAnswer.Late<Evaluation> _ ->
                    new Answer.Busy();
            case KernelAnswer.NoKernel<Evaluation> _ -> new Answer.NoKernel();
        };
    }

    private static Answer read(Evaluation evaluation, String language) {
        return switch (evaluation) {
            case Evaluation.Value(var json) ->
                    VariableAnswers.variables(json)
                            .<Answer>map(Answer.Listed::new)
                            .orElseGet(() -> new Answer.OtherLanguage(language));
            case Evaluation.Failed(var why) -> new Answer.Failed(why);
            case Evaluation.Unsupported() -> new Answer.OtherLanguage(language);
        };
    }
}
