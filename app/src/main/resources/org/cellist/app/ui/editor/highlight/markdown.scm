; What stands later, or deeper in the tree, covers what stands before.

[(atx_heading) (setext_heading)] @heading
[(code_span) (indented_code_block) (fenced_code_block)] @string
(emphasis) @emphasis
(strong_emphasis) @strong
(strikethrough) @comment
[(link_destination) (uri_autolink) (www_autolink) (email_autolink)] @link
[(link_label) (link_title)] @string
[(list_marker) (task_list_item_marker) (thematic_break) (table_delimiter_row)] @keyword
[(backslash_escape) (character_reference)] @escape
[(html_open_tag) (html_close_tag) (html_self_closing_tag)] @tag
(html_comment) @comment

((fenced_code_block
  (info_string) @injection.language
  (code_fence_content) @injection.content))
