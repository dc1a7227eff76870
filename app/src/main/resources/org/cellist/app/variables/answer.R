# What our scripts for IRkernel share. They run in an environment of their own, whose parent is
# base: nothing is bound in the person's, and what is defined there hides nothing from us.
#
# cellist_answer(work): calls `work` and puts what it returns into the payload of the reply, as a
# page of JSON. IRkernel evaluates no expressions beside the code; a page is what it sends of
# itself with a reply, and to nobody else.

# The kernel's part that runs code: the environment of the method in which we are.
cellist_executor <- function() {
  for (i in seq_len(sys.nframe())) {
    home <- environment(sys.function(i))
    if (is.environment(home) && exists("execution_count", home, inherits = FALSE) &&
        exists("payload", home, inherits = FALSE)) {
      return(get(".self", home))
    }
  }
  stop("no IRkernel")
}

cellist_json <- function(content) {
  jsonlite::toJSON(content, auto_unbox = TRUE, na = "null", null = "null", digits = NA)
}

# An error of ours must not end as one: the kernel would drop the cells that wait.
cellist_answer <- function(work) {
  content <- suppressMessages(suppressWarnings(tryCatch(
    work(),
    error = function(e) list(error = cellist_utf8(conditionMessage(e))),
    interrupt = function(e) list(error = "interrupted")
  )))
  json <- as.character(cellist_json(content))
  cellist_executor()$page(list(
    data = list(`text/plain` = json),
    metadata = structure(list(), names = character(0))
  ))
  invisible(NULL)
}

# Text of any origin as UTF-8; bytes that are no letters as <ff>.
cellist_utf8 <- function(text) {
  text <- enc2utf8(as.character(text))
  broken <- !validUTF8(text)
  if (any(broken)) text[broken] <- iconv(text[broken], "UTF-8", "UTF-8", sub = "byte")
  text
}

cellist_cut <- function(text, most) {
  long <- !is.na(text) & nchar(text, "chars") > most
  if (any(long)) text[long] <- paste0(substr(text[long], 1L, most), "\u2026")
  text
}

# Whole numbers in full, others with eight digits.
cellist_number <- function(x) {
  text <- sprintf("%.8g", x)
  whole <- is.finite(x) & abs(x) < 1e15 & x == trunc(x)
  text[whole] <- sprintf("%.0f", x[whole])
  text[is.na(x) & !is.nan(x)] <- NA
  text
}
