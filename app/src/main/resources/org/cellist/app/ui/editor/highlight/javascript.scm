; What stands later, or deeper in the tree, covers what stands before.

[(comment) (html_comment) (hash_bang_line)] @comment
[(string) (template_string) (regex)] @string
(template_substitution) @plain
[(escape_sequence) (html_character_reference)] @escape
(number) @number
[(true) (false) (null) (undefined)] @constant
((identifier) @constant
  (#one-of? @constant "NaN" "Infinity"))

[
  "as" "async" "await" "break" "case" "catch" "class" "const" "continue" "debugger" "default"
  "delete" "do" "else" "export" "extends" "finally" "for" "from" "function" "get" "if" "import"
  "in" "instanceof" "let" "new" "of" "return" "set" "static" "switch" "target" "throw" "try"
  "typeof" "using" "var" "void" "while" "with" "yield"
] @keyword
[(this) (super)] @keyword

(function_declaration name: (identifier) @function)
(generator_function_declaration name: (identifier) @function)
(method_definition name: [(property_identifier) (private_property_identifier)] @function)
(variable_declarator name: (identifier) @function value: [(arrow_function) (function_expression)])
(call_expression function: (identifier) @function)
(call_expression function: (member_expression property: (property_identifier) @function))

(decorator "@" @decorator)
(decorator (identifier) @decorator)
(decorator (call_expression function: (identifier) @decorator))

(jsx_opening_element name: (_) @tag)
(jsx_closing_element name: (_) @tag)
(jsx_self_closing_element name: (_) @tag)
(jsx_attribute (property_identifier) @property)
