# Figures of the scores in credit.json by R's own functions; the answers are kept in credit_r.json, in the same order.
# For each case: cat(figures(a, b, bad)) with the case's a and b and bad as 0 and 1. R 4.6.0 was used, compiled for
# JavaScript (webR). Packages were not at hand: DeLong's variance is taken from its definition by outer, var and cov, the
# groups of Hosmer and Lemeshow from quantile and cut.
figures <- function(a, b, bad) {
  one <- bad == 1
  place <- function(s) {
    wins <- outer(s[one], s[!one], function(x, y) (x > y) + 0.5 * (x == y))
    list(bad = rowMeans(wins), good = colMeans(wins), auc = mean(wins))
  }
  pa <- place(a)
  pb <- place(b)
  variance <- function(p) var(p$bad) / sum(one) + var(p$good) / sum(!one)
  both <- variance(pa) + variance(pb) -
    2 * (cov(pa$bad, pb$bad) / sum(one) + cov(pa$good, pb$good) / sum(!one))
  wilcoxon <- unname(suppressWarnings(wilcox.test(a[one], a[!one]))$statistic) / sum(one) / sum(!one)
  kolmogorov <- unname(suppressWarnings(ks.test(a[one], a[!one]))$statistic)
  group <- cut(a, breaks = unique(quantile(a, probs = seq(0, 1, 0.1))), include.lowest = TRUE)
  seen <- xtabs(cbind(1 - bad, bad) ~ group)
  meant <- xtabs(cbind(1 - a, a) ~ group)
  chi <- sum((seen - meant)^2 / meant)
  z <- qlogis(a)
  line <- summary(glm(bad ~ z, family = binomial, control = glm.control(epsilon = 1e-14, maxit = 100)))$coefficients
  numbers <- c(auc = wilcoxon, variance = variance(pa), difference = pa$auc - pb$auc, differenceVariance = both,
    ks = kolmogorov, brier = mean((a - bad)^2), hosmerLemeshow = chi, groups = nlevels(group),
    pValue = pchisq(chi, nlevels(group) - 2, lower.tail = FALSE),
    intercept = line[1, 1], slope = line[2, 1], interceptError = line[1, 2], slopeError = line[2, 2])
  paste0("{", paste0("\"", names(numbers), "\": ", sprintf("%.15g", numbers), collapse = ", "), "}")
}
