; What stands later, or deeper in the tree, covers what stands before.

(comment) @comment
(string) @string
(escape_sequence) @escape
[(integer) (float) (complex)] @number
[(true) (false) (null) (na) (nan) (inf)] @constant
((identifier) @constant
  (#one-of? @constant "T" "F" "pi" "LETTERS" "letters" "month.name" "month.abb"))

["else" "for" "function" "if" "in" "repeat" "switch" "while" "\\"] @keyword
[(break) (next)] @keyword
(special) @keyword

(call function: (identifier) @function)
(call function: (namespace_get function: (identifier) @function))
(left_assignment name: (identifier) @function value: (function_definition))
(equals_assignment name: (identifier) @function value: (function_definition))
((identifier) @builtin
  (#one-of? @builtin "library" "require" "return" "stop" "warning" "invisible"))
