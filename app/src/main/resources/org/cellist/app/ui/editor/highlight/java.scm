; What stands later, or deeper in the tree, covers what stands before.

[(line_comment) (block_comment)] @comment
[(string_literal) (character_literal)] @string
(string_interpolation) @plain
(escape_sequence) @escape
[
  (binary_integer_literal) (decimal_integer_literal) (hex_integer_literal)
  (octal_integer_literal) (decimal_floating_point_literal) (hex_floating_point_literal)
] @number
[(true) (false) (null_literal)] @constant

[
  "@interface" "abstract" "assert" "break" "case" "catch" "class" "continue" "default" "do" "else"
  "enum" "exports" "extends" "final" "finally" "for" "if" "implements" "import" "instanceof"
  "interface" "module" "native" "new" "non-sealed" "open" "opens" "package" "permits" "private"
  "protected" "provides" "public" "record" "requires" "return" "sealed" "static" "strictfp"
  "switch" "synchronized" "throw" "throws" "to" "transient" "transitive" "try" "uses" "volatile"
  "when" "while" "with" "yield"
] @keyword
[(this) (super) (boolean_type) (floating_point_type) (integral_type) (void_type)] @keyword
((type_identifier) @keyword
  (#one-of? @keyword "var"))

(method_declaration name: (identifier) @function)
(constructor_declaration name: (identifier) @function)
(method_invocation name: (identifier) @function)
(method_reference . (_) (identifier) @function)

(marker_annotation "@" @decorator name: (_) @decorator)
(annotation "@" @decorator name: (_) @decorator)
