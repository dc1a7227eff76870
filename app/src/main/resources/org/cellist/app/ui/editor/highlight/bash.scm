; What stands later, or deeper in the tree, covers what stands before.

(comment) @comment
[(string) (raw_string) (ansi_c_string) (translated_string) (heredoc_body) (regex)] @string
[(command_substitution) (process_substitution) (arithmetic_expansion)] @plain
[(heredoc_start) (heredoc_end)] @keyword
[(simple_expansion) (expansion)] @constant
(number) @number

[
  "case" "declare" "do" "done" "elif" "else" "esac" "export" "fi" "for" "function" "if" "in"
  "local" "readonly" "select" "then" "typeset" "unset" "unsetenv" "until" "while"
] @keyword
(test_operator) @keyword

(function_definition name: (word) @function)
(command_name (word) @function)
((command_name (word) @keyword)
  (#one-of? @keyword "break" "continue" "exit" "return" "source" "."))
