# Lists the variables of an R session. Active bindings and promises are named, never forced. No
# method of a class that is not R's own is called: it may be slow, or do something.
#
# cellist_variables(most, seconds)

cellist_own_classes <- c(
  "factor", "ordered", "Date", "POSIXct", "POSIXt", "POSIXlt", "difftime", "table", "noquote",
  "data.frame", "tbl_df", "tbl", "data.table", "ts", "matrix", "array", "AsIs", "numeric_version"
)
cellist_most_nodes <- 1e5
cellist_most_texts <- 1e6

cellist_is_own <- function(value) !isS4(value) && all(oldClass(value) %in% cellist_own_classes)

cellist_shape <- function(value) {
  if (inherits(value, "data.frame")) {
    return(c(.row_names_info(value, 2L), length(unclass(value))))
  }
  size <- attr(value, "dim", exact = TRUE)
  if (is.numeric(size)) return(as.numeric(size))
  if (is.null(value)) return(0)
  if (!is.vector(value) && !is.factor(value) && !is.atomic(value)) return(NULL)
  if (is.object(value) && cellist_is_own(value)) length(value) else length(unclass(value))
}

# How many parts a value has that would have to be looked at one by one to weigh it.
cellist_nodes <- function(value, so_far) {
  if (is.character(value)) {
    so_far <- so_far + length(unclass(value)) / (cellist_most_texts / cellist_most_nodes)
  } else if (is.list(value)) {
    value <- unclass(value)
    so_far <- so_far + length(value)
    for (i in seq_along(value)) {
      if (so_far > cellist_most_nodes) break
      so_far <- cellist_nodes(.subset2(value, i), so_far)
    }
  }
  so_far
}

# Of what has too many parts only the places are weighed, not what is in them.
cellist_bytes <- function(value) {
  if (is.environment(value) || typeof(value) == "externalptr") return(NULL)
  if (cellist_nodes(value, 0) <= cellist_most_nodes) {
    return(as.numeric(utils::object.size(value)))
  }
  bare <- unclass(value)
  if (inherits(value, "data.frame")) {
    return(sum(vapply(bare, function(column) {
      if (typeof(column) %in% c("character", "list")) 8 * length(unclass(column))
      else as.numeric(utils::object.size(column))
    }, 0)))
  }
  8 * length(bare)
}

# encodeString() knows only the letters of the locale.
cellist_quoted <- function(text) {
  for (c in c("\\", "\"")) text <- gsub(c, paste0("\\", c), text, fixed = TRUE)
  paste0("\"", gsub("\n", "\\n", text, fixed = TRUE), "\"")
}

cellist_preview <- function(value) {
  if (is.null(value)) return("NULL")
  if (!is.atomic(value) || !is.null(attr(value, "dim", exact = TRUE))) return(NULL)
  if (is.object(value) && !(cellist_is_own(value) && !inherits(value, "table"))) return(NULL)
  count <- length(value)
  if (count == 0L) return(paste0(class(value)[[1L]], "(0)"))
  part <- value[seq_len(min(count, 4L))]
  words <- if (is.factor(part)) as.character(part)
  else if (is.object(part)) format(part)
  else if (is.character(part)) {
    ifelse(is.na(part), "NA", cellist_quoted(cellist_cut(cellist_utf8(part), 60L)))
  } else if (is.double(part)) cellist_number(part)
  else format(part, trim = TRUE)
  words[is.na(words)] <- "NA"
  words <- paste(words, collapse = ", ")
  cellist_cut(cellist_utf8(if (count > 4L) paste0(words, ", \u2026") else words), 60L)
}

# Whether it has rows that can be looked at, and what of.
cellist_table <- function(value) {
  if (isS4(value)) return(NULL)
  if (inherits(value, "data.frame")) return("frame")
  if (!is.atomic(value) || is.null(value)) return(NULL)
  sizes <- length(attr(value, "dim", exact = TRUE))
  if (sizes < 2L) "vector" else if (sizes == 2L) "matrix" else "array"
}

cellist_described <- function(name, home) {
  value <- get(name, home, inherits = FALSE)
  if (is.function(value)) return(NULL)
  type <- class(value)[[1L]]
  found <- list(name = cellist_utf8(name), type = cellist_utf8(type))
  for (part in c("shape", "bytes", "preview", "table")) {
    read <- get(paste0("cellist_", part))
    known <- tryCatch(read(value), error = function(e) NULL)
    if (!is.null(known)) found[[part]] <- if (part == "shape") I(known) else known
  }
  if (is.atomic(value) && !is.null(value) && typeof(value) != type) found$dtype <- typeof(value)
  found
}

# The names that have no value yet, or another one each time: to look is to do something.
cellist_unvalued <- function(names, home) {
  kind <- structure(rep("", length(names)), names = names)
  for (name in names) if (bindingIsActive(as.name(name), home)) kind[[name]] <- "active binding"
  rest <- names[kind == ""]
  lazy <- tryCatch(
    rlang::env_binding_are_lazy(home, rest),
    error = function(e) rep(TRUE, length(rest)) # better no value than one that was forced
  )
  kind[rest[lazy]] <- "promise"
  kind
}

cellist_variables <- function(most, seconds) {
  home <- globalenv()
  names <- ls(home, sorted = FALSE)
  unvalued <- cellist_unvalued(names, home)
  until <- proc.time()[["elapsed"]] + seconds
  found <- list()
  left <- 0L
  for (name in names) {
    if (length(found) >= most || proc.time()[["elapsed"]] > until) {
      left <- left + 1L
      next
    }
    known <- if (unvalued[[name]] != "") {
      list(name = cellist_utf8(name), type = unvalued[[name]])
    } else {
      tryCatch(
        cellist_described(name, home),
        error = function(e) list(name = cellist_utf8(name), type = "")
      )
    }
    if (!is.null(known)) found[[length(found) + 1L]] <- known
  }
  list(variables = found, left = left)
}
