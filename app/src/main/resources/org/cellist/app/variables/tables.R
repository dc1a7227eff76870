# A part of a table (a data.frame, a matrix, a vector), sorted and filtered here, where the data is.
#
# cellist_rows(name, moment, sort, ascending, where, start, count, most_columns): the order of the
# rows is kept between two calls, for one table at a time, as long as `moment` is the same: nothing
# ran in between. It is kept in the environment of the kernel's own object.

cellist_most_letters <- 200L

# A value of any kind as a table: its sizes, and how to get a column.
cellist_form <- function(name, value) {
  size <- attr(value, "dim", exact = TRUE)
  if (inherits(value, "data.frame")) {
    columns <- names(unclass(value))
    return(list(
      height = .row_names_info(value, 2L), width = length(columns), names = columns,
      column = function(i) .subset2(value, i),
      part = function(i, rows) cellist_part(.subset2(value, i), rows),
      data = function(used) unclass(value),
      labels = cellist_row_names(.row_names_info(value, 0L))
    ))
  }
  if (!is.atomic(value) || is.null(value)) stop(name, " has no rows")
  if (length(size) < 2L) {
    labels <- names(value)
    return(list(
      height = length(value), width = 1L, names = name, column = function(i) value,
      part = function(i, rows) value[rows],
      data = function(used) structure(list(value), names = name),
      labels = function(rows) if (is.null(labels)) cellist_number(rows) else labels[rows]
    ))
  }
  cellist_matrix_form(unclass(value), size)
}

# Of more than two dimensions all but the first are columns.
cellist_matrix_form <- function(value, size) {
  height <- size[[1L]]
  width <- prod(size[-1L])
  titles <- dimnames(value)
  names <- if (length(size) > 2L) {
    places <- arrayInd(seq_len(width), size[-1L])
    paste0(", ", apply(places, 1L, paste, collapse = ", "))
  } else if (is.null(titles[[2L]])) {
    sprintf("V%d", seq_len(width))
  } else {
    titles[[2L]]
  }
  column <- function(i) value[(i - 1) * height + seq_len(height)]
  list(
    height = height, width = width, names = names, column = column,
    part = function(i, rows) value[(i - 1) * height + rows],
    data = function(used) {
      wanted <- which(names %in% used)
      structure(lapply(wanted, column), names = names[wanted])
    },
    labels = function(rows) {
      if (is.null(titles[[1L]])) cellist_number(rows) else titles[[1L]][rows]
    }
  )
}

cellist_row_names <- function(found) {
  counted <- is.integer(found) && length(found) == 2L && is.na(found[[1L]])
  function(rows) {
    if (counted) cellist_number(rows)
    else if (is.character(found)) found[rows]
    else cellist_number(as.numeric(found[rows]))
  }
}

# Which rows fit, as subset() says it: what is missing does not. The person's random numbers go on
# where they were, even if the condition draws some.
cellist_fitting <- function(form, where) {
  condition <- parse(text = where, keep.source = FALSE, encoding = "UTF-8")
  if (length(condition) != 1L) stop("one condition is expected")
  home <- globalenv()
  seed <- get0(".Random.seed", home, inherits = FALSE)
  on.exit(
    if (!is.null(seed)) assign(".Random.seed", seed, home)
    else if (exists(".Random.seed", home, inherits = FALSE)) rm(".Random.seed", envir = home)
  )
  fits <- eval(condition[[1L]], form$data(all.vars(condition)), home)
  if (!is.logical(fits)) stop("the condition must be logical")
  if (length(fits) == 1L) fits <- rep(fits, form$height)
  if (length(fits) != form$height) {
    stop("the condition has ", length(fits), " values for ", form$height, " rows")
  }
  which(fits)
}

# order(column, decreasing = !ascending); of texts only the different ones are compared.
cellist_sorted <- function(column, ascending) {
  if ((is.list(column) && !inherits(column, "POSIXlt")) || length(dim(column)) > 1L) {
    stop("this column cannot be sorted")
  }
  if (is.character(column) && !is.object(column)) {
    column <- match(column, sort(unique(column)))
  } else if (is.raw(column)) {
    column <- as.integer(column)
  }
  order(column, decreasing = !ascending)
}

cellist_order <- function(form, sort, ascending, where) {
  rows <- if (nzchar(where)) cellist_fitting(form, where)
  if (sort >= 0) {
    column <- form$column(sort + 1L)
    if (!is.null(rows)) column <- column[rows]
    sorted <- cellist_sorted(column, ascending)
    rows <- if (is.null(rows)) sorted else rows[sorted]
  }
  rows
}

cellist_cell <- function(value) {
  if (is.null(value)) return(NA_character_)
  if (is.atomic(value) && length(value) <= 8L) return(paste(cellist_texts(value), collapse = ", "))
  size <- if (inherits(value, "data.frame")) dim(value) else length(value)
  paste0("<", class(value)[[1L]], " ", paste(size, collapse = " \u00d7 "), ">")
}

cellist_texts <- function(part) {
  text <- if (is.data.frame(part)) {
    do.call(paste, c(lapply(part, cellist_texts), sep = ", "))
  } else if (length(dim(part)) > 1L) {
    apply(part, 1L, function(row) paste(cellist_texts(row), collapse = ", "))
  } else if (is.list(part) && !inherits(part, "POSIXlt")) {
    vapply(part, cellist_cell, "")
  } else if (is.factor(part) || is.character(part)) {
    as.character(part)
  } else if (inherits(part, "POSIXt")) {
    format(part, "%Y-%m-%d %H:%M:%S")
  } else if (is.object(part)) {
    ifelse(is.na(part), NA_character_, trimws(format(part, trim = TRUE)))
  } else if (is.double(part)) {
    cellist_number(part)
  } else {
    ifelse(is.na(part), NA_character_, format(part, trim = TRUE, scientific = FALSE))
  }
  unname(cellist_cut(cellist_utf8(text), cellist_most_letters))
}

cellist_part <- function(column, rows) {
  if (length(dim(column)) > 1L) column[rows, , drop = FALSE] else column[rows]
}

cellist_rows <- function(name, moment, sort, ascending, where, start, count, most_columns) {
  home <- globalenv()
  if (!exists(name, home, inherits = FALSE)) stop("object '", name, "' not found")
  if (bindingIsActive(as.name(name), home)) stop("'", name, "' is an active binding")
  value <- get(name, home, inherits = FALSE)
  form <- cellist_form(name, value)
  executor <- as.environment(cellist_executor())
  address <- tryCatch(rlang::obj_address(value), error = function(e) "")
  key <- list(name, address, executor$execution_count, moment, sort, ascending, where)
  kept <- get0(".cellist_kept", executor, inherits = FALSE)
  if (!identical(kept$key, key)) {
    kept <- list(key = key, rows = cellist_order(form, sort, ascending, where))
    assign(".cellist_kept", kept, executor)
  }
  shown <- if (is.null(kept$rows)) form$height else length(kept$rows)
  places <- start + seq_len(max(0, min(count, shown - start)))
  rows <- if (is.null(kept$rows)) places else kept$rows[places]
  seen <- seq_len(min(form$width, most_columns))
  parts <- lapply(seen, function(i) form$part(i, rows))
  cells <- vapply(parts, cellist_texts, character(length(rows)))
  kinds <- vapply(parts, function(part) class(part)[[1L]], "")
  list(
    columns = I(cellist_utf8(form$names[seen])), kinds = I(kinds),
    width = form$width, height = form$height, shown = shown, start = start,
    labels = I(cellist_utf8(form$labels(rows))),
    cells = matrix(cells, nrow = length(rows), ncol = length(seen))
  )
}
