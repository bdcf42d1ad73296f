package org.zhengyu.transforms.stats;

/**
 * A term in a target and in a reference corpus, with what its own frequencies do not say of it.
 *
 * @param counts the frequencies
 * @param ll their log-likelihood, {@link Keyness#ll}
 * @param q the share of false finds among all terms that were tested with it and are at least as
 *     good, {@link MultipleTesting#benjaminiHochberg}; NaN where too few documents speak
 * @param logRatio the interval of its log ratio over resampled documents, {@link
 *     Keyness#logRatioBootstrap}
 */
public record KeyTerm(KeynessCounts counts, double ll, double q, Interval logRatio) {}
