# A first look at a result, in R. From the folder notebooks:
#   Rscript first-look.R ../out/first [PHRASE]
# Needs the packages DBI and duckdb. It asks the files in queries, each of which is one statement of
# DuckDB; what the result has no table for is left out, with a sentence that says so.

library(DBI)

arguments <- commandArgs(trailingOnly = TRUE)
result <- if (length(arguments) >= 1) arguments[1] else "../out/first"
phrase <- if (length(arguments) >= 2) arguments[2] else NULL
if (!file.exists(file.path(result, "_SUCCESS"))) {
  stop(result, " holds no complete result")
}
duck <- dbConnect(duckdb::duckdb())

# The answer of queries/<question>.sql; NULL, and a sentence, where the result cannot answer it.
ask <- function(question, ...) {
  lines <- readLines(file.path("queries", paste0(question, ".sql")), encoding = "UTF-8")
  sql <- paste(lines, collapse = "\n")
  files <- regmatches(sql, gregexpr("'/[a-z_]+/[*]", sql))[[1]]
  tables <- unique(gsub("['/*]", "", files))
  missing <- tables[!dir.exists(file.path(result, tables))]
  if (length(missing) > 0) {
    message(question, " is left out: this result has no table ", paste(missing, collapse = ", "))
    return(NULL)
  }
  variables <- Filter(Negate(is.null), list(result = result, ...))
  for (name in names(variables)) {
    value <- dbQuoteString(duck, as.character(variables[[name]]))
    dbExecute(duck, paste("SET VARIABLE", name, "=", value))
  }
  on.exit(for (name in names(variables)) dbExecute(duck, paste("RESET VARIABLE", name)))
  answer <- dbGetQuery(duck, sql)
  if (nrow(answer) == 0) {
    message(question, ": nothing in this result")
    return(NULL)
  }
  answer
}

show <- function(title, answer, rows = 15) {
  if (!is.null(answer)) {
    cat("\n", title, "\n", sep = "")
    print(head(answer, rows), row.names = FALSE)
  }
}

show("The documents", ask("documents-overview"), 40)
top <- ask("top-phrases")
show("The most frequent phrases", top)
if (is.null(phrase) && !is.null(top)) {
  phrase <- top$phrase[1]
}
show("Phrases by year", ask("phrases-by-year"), 30)
show("Where a phrase is no word of its own", ask("ledger"))
show(paste("In what contexts", phrase, "stands"), ask("concordance", phrase = phrase))
show(paste("What", phrase, "goes with"), ask("pairs-of-phrase", phrase = phrase))
show("Two phrases, and the sentences in which both are", ask("phrase-pair-sentences"))
show("What one group of documents says more than the others", ask("key-terms"))
show("When a term came up", ask("bursts"))

years <- ask("phrases-compared")
if (!is.null(years)) {
  pdf("first-look.pdf", family = "GB1")
  shares <- xtabs(share ~ year + phrase, years)
  matplot(as.integer(rownames(shares)), shares,
    type = "b", pch = 20, lty = 1, xlab = "year", ylab = "share of documents, %"
  )
  legend("topleft", colnames(shares), lty = 1, col = seq_len(ncol(shares)), bty = "n")
  invisible(dev.off())
}
dbDisconnect(duck, shutdown = TRUE)
