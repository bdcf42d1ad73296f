package org.zhengyu.transforms.stats;

/**
 * A confidence interval. Both ends are NaN where it is undefined.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
public record Interval(double lower, double upper) {}
