package org.cellist.app.variables;

/// What a kernel is asked by a silent `execute_request`; its answer is JSON. Immutable.
///
/// @param code what is run; empty where the kernel evaluates expressions beside the code
/// @param expression what is evaluated beside it, and shows as JSON; empty where the code answers,
/// by a page of JSON in the payload of the reply
public record KernelQuestion(String code, String expression) {

    /// A question to a kernel that evaluates expressions and needs no code for it.
    public static KernelQuestion ofExpression(String expression) {
        return new KernelQuestion("", expression);
    }

    /// A question to a kernel that evaluates no expressions.
    public static KernelQuestion ofCode(String code) {
        return new KernelQuestion(code, "");
    }
}
