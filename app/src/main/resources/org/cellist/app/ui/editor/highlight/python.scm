; What stands later, or deeper in the tree, covers what stands before.

(comment) @comment
(string) @string
(interpolation) @plain
(format_specifier) @string
[(type_conversion) (escape_sequence) (escape_interpolation)] @escape
[(integer) (float)] @number
[(true) (false) (none) (ellipsis)] @constant

[
  "and" "as" "assert" "async" "await" "break" "case" "class" "continue" "def" "del" "elif" "else"
  "except" "exec" "finally" "for" "from" "global" "if" "import" "in" "is" "is not" "lambda" "match"
  "nonlocal" "not" "not in" "or" "pass" "print" "raise" "return" "try" "type" "while" "with"
  "yield"
] @keyword
(future_import_statement "__future__" @keyword)

(function_definition name: (identifier) @function)
((identifier) @builtin
  (#one-of? @builtin
    "abs" "all" "any" "ascii" "bin" "bool" "breakpoint" "bytearray" "bytes" "callable" "chr"
    "classmethod" "compile" "complex" "delattr" "dict" "dir" "display" "divmod" "enumerate" "eval"
    "exec" "filter" "float" "format" "frozenset" "getattr" "globals" "hasattr" "hash" "help" "hex"
    "id" "input" "int" "isinstance" "issubclass" "iter" "len" "list" "locals" "map" "max"
    "memoryview" "min" "next" "object" "oct" "open" "ord" "pow" "print" "property" "range" "repr"
    "reversed" "round" "set" "setattr" "slice" "sorted" "staticmethod" "str" "sum" "super" "tuple"
    "type" "vars" "zip" "__import__"))
(attribute attribute: (identifier) @plain)
((call function: (identifier) @function)
  (#unlike? @function "^_*[A-Z]"))
((call function: (attribute attribute: (identifier) @function))
  (#unlike? @function "^_*[A-Z]"))
(keyword_argument name: (identifier) @plain)

(decorator "@" @decorator)
(decorator (identifier) @decorator)
(decorator (attribute) @decorator)
(decorator (attribute attribute: (identifier) @decorator))
(decorator (call function: (identifier) @decorator))
(decorator (call function: (attribute attribute: (identifier) @decorator)))
