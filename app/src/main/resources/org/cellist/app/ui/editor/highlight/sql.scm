; What stands later, or deeper in the tree, covers what stands before.

[(comment) (marginalia)] @comment
(keyword_*) @keyword
[(keyword_true) (keyword_false) (keyword_null)] @constant
((literal) @string
  (#like? @string "^[^0-9.+-]"))
((literal) @number
  (#like? @number "^[0-9.+-]"))
((literal) @constant
  (#like? @constant "^(?i:true|false|null)$"))
(invocation (object_reference name: (identifier) @function))
(parameter) @constant
