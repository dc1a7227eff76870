; What stands later, or deeper in the tree, covers what stands before.

(comment) @comment
(string) @string
(pair key: (string) @property)
(escape_sequence) @escape
(number) @number
[(true) (false) (null)] @constant
