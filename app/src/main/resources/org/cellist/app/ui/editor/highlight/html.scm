; What stands later, or deeper in the tree, covers what stands before.

(comment) @comment
(doctype) @keyword
(tag_name) @tag
(erroneous_end_tag_name) @tag
(attribute_name) @property
[(attribute_value) (quoted_attribute_value)] @string
(entity) @escape

((script_element (raw_text) @injection.content)
  (#set! injection.language "javascript"))
